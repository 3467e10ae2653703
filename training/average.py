"""The mean of two runs' weights (of runs that grew from one): average.py A.pt B.pt SHARE-OF-A OUT.pt"""
import sys, torch
a, b, w = torch.load(sys.argv[1]), torch.load(sys.argv[2]), float(sys.argv[3])
mean = {k: w * a["ema"][k] + (1 - w) * v if v.is_floating_point() else v for k, v in b["ema"].items()}
torch.save(dict(model=b["model"], ema=mean, shape=b["shape"], step=b["step"]), sys.argv[4])
