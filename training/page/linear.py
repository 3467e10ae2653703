"""A linear model over hashed places, by averaged gradient descent, deterministic: python3 linear.py FOLDER

Reads places.bin (uint32, one list a block after the other), ends.bin (uint32, where each list ends), labels.bin (uint8),
weights.bin (float64), folds.bin (uint8) and shape.json ({"places": P, "folds": K}) in FOLDER; writes oof.bin (float64, log
odds out of fold) and model.json ({"bias", "scale", "weights": signed bytes in base 64}).
Needs: pip install scikit-learn==1.9.1 numpy
"""
import base64
import json
import sys

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import SGDClassifier

folder = sys.argv[1]
shape = json.load(open(f"{folder}/shape.json"))
places = np.fromfile(f"{folder}/places.bin", dtype=np.uint32)
ends = np.fromfile(f"{folder}/ends.bin", dtype=np.uint32)
labels = np.fromfile(f"{folder}/labels.bin", dtype=np.uint8)
weights = np.fromfile(f"{folder}/weights.bin", dtype=np.float64)
folds = np.fromfile(f"{folder}/folds.bin", dtype=np.uint8)
starts = np.concatenate([[0], ends])
rows = sp.csr_matrix((np.ones(len(places), dtype=np.float32), places, starts), shape=(len(ends), shape["places"]))


def fit(keep):
    model = SGDClassifier("log_loss", alpha=1e-5, max_iter=6, tol=None, average=True, random_state=1)
    return model.fit(rows[keep], labels[keep], sample_weight=weights[keep])


out = np.zeros(len(labels))
for fold in range(shape["folds"]):
    out[folds == fold] = fit(folds != fold).decision_function(rows[folds == fold])
out.tofile(f"{folder}/oof.bin")
model = fit(np.ones(len(labels), dtype=bool))
coefficients = model.coef_[0]
scale = float(f"{np.abs(coefficients).max() / 127:.5g}")
stored = np.clip(np.round(coefficients / scale), -127, 127).astype(np.int8)
text = base64.b64encode(stored.tobytes()).decode()
json.dump({"bias": float(f"{model.intercept_[0]:.5g}"), "scale": scale, "weights": text}, open(f"{folder}/model.json", "w"))
