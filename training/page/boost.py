"""Boosted trees for two classes with LightGBM, one thread, deterministic: python3 boost.py FOLDER ROUNDS RATE

Reads rows.bin (float64, N x WIDTH), labels.bin (uint8), weights.bin (float64), folds.bin (uint8) and shape.json
({"width": W, "folds": K}) in FOLDER; writes oof.bin (float64, probabilities out of fold) and model.json
({"bias": 0, "trees": [[[feature, cut, left, right] | [value], ...], ...]}, left where value <= cut).
Needs: pip install lightgbm==4.7.0 numpy
"""
import json
import sys

import lightgbm as lgb
import numpy as np

folder, rounds, rate = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
shape = json.load(open(f"{folder}/shape.json"))
rows = np.fromfile(f"{folder}/rows.bin", dtype=np.float64).reshape(-1, shape["width"])
labels = np.fromfile(f"{folder}/labels.bin", dtype=np.uint8)
weights = np.fromfile(f"{folder}/weights.bin", dtype=np.float64)
folds = np.fromfile(f"{folder}/folds.bin", dtype=np.uint8)

settings = {
    "objective": "binary", "learning_rate": rate, "num_leaves": 24, "max_depth": 7, "min_data_in_leaf": 25,
    "lambda_l2": 4.0, "feature_fraction": 0.5, "bagging_fraction": 0.7, "bagging_freq": 1, "max_bin": 63,
    "num_threads": 1, "deterministic": True, "force_col_wise": True, "seed": 1, "verbose": -1, "zero_as_missing": False,
    "use_missing": False,
}


def fit(keep):
    data = lgb.Dataset(rows[keep], labels[keep], weight=weights[keep], free_raw_data=True)
    return lgb.train(settings, data, num_boost_round=rounds)


def nodes_of(structure):
    nodes = []

    def add(node):
        at = len(nodes)
        nodes.append(None)
        if "leaf_value" in node and "split_feature" not in node:
            nodes[at] = [float(f"{node['leaf_value']:.4g}")]
        else:
            left, right = add(node["left_child"]), add(node["right_child"])
            nodes[at] = [node["split_feature"], float(f"{node['threshold']:.7g}"), left, right]
        return at

    add(structure)
    return nodes


out = np.zeros(len(labels))
for fold in range(shape["folds"]):
    out[folds == fold] = fit(folds != fold).predict(rows[folds == fold])
out.tofile(f"{folder}/oof.bin")
model = fit(np.ones(len(labels), dtype=bool))
trees = [nodes_of(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
json.dump({"bias": 0, "trees": trees}, open(f"{folder}/model.json", "w"))
gain = model.feature_importance("gain")
print(json.dumps([[int(i), round(float(gain[i] / gain.sum()), 4)] for i in np.argsort(-gain)[:40]]))
