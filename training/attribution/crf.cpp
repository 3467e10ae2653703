// Trains a linear chain over hashed features (dump.mjs) by AdaGrad on the log-likelihood; where a position is free, the
// likelihood sums over its labels. Writes the pruned weights as one signed byte each (README.md, "File").
// usage: crf LABELS IN.bin OUT.bin [--fold N] [--epochs N] [--rate R] [--l2 L] [--least N] [--drop D] [--out S]
//   --fold N   leaves out the sequences of fold N; --out S leaves out a share S of the features at each update;
//   --least N  features seen less often are not used; --drop D  rows with no weight above D are not written
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>
#include <vector>
using namespace std;
typedef uint32_t u32;

struct Step { uint8_t label, free; u32 node, nodes, edge, edges; };
struct Seq { u32 fold, first, length; };
static int L, P;
static double out = 0; static u32 tick = 1;  // share of features left out at each update, and the state of the coin
static bool kept() { tick ^= tick << 13; tick ^= tick >> 17; tick ^= tick << 5; return tick * (1.0 / 4294967296.0) >= out; }
static vector<uint8_t> nodeKept, edgeKept;
static vector<Step> steps; static vector<Seq> seqs; static vector<u32> pool;

struct Table {  // compact rows of the features seen often enough
  vector<int32_t> row; vector<u32> keys; int width; vector<float> w, g, sum;
  void build(const vector<uint16_t>& count, int least, int wd) {
    width = wd; row.assign(count.size(), -1);
    for (u32 k = 0; k < count.size(); k++) if (count[k] >= least) { row[k] = keys.size(); keys.push_back(k); }
    w.assign(keys.size() * (size_t)width, 0); g.assign(w.size(), 1e-8f);
  }
};
static Table nodeT, edgeT;
static double logsum(const double* a, int n) { double m = -1e300; for (int i = 0; i < n; i++) m = max(m, a[i]); double s = 0; for (int i = 0; i < n; i++) s += exp(a[i] - m); return m + log(s); }

static vector<double> node, edge, A, B;
static void score(const Seq& s) {
  node.assign(s.length * L, 0); edge.assign(s.length * P, 0); nodeKept.clear(); edgeKept.clear();
  for (u32 t = 0; t < s.length; t++) {
    const Step& x = steps[s.first + t];
    for (u32 k = 0; k < x.nodes; k++) { int32_t r = (int32_t)pool[x.node + k]; bool in = r >= 0 && kept(); nodeKept.push_back(in); if (in) for (int y = 0; y < L; y++) node[t * L + y] += nodeT.w[(size_t)r * L + y]; }
    if (t) for (u32 k = 0; k < x.edges; k++) { int32_t r = (int32_t)pool[x.edge + k]; bool in = r >= 0 && kept(); edgeKept.push_back(in); if (in) for (int y = 0; y < P; y++) edge[t * P + y] += edgeT.w[(size_t)r * P + y]; }
  }
}
// forward and backward; `gold` holds positions that are not free to their label; fills marginals into nm, em
static double pass(const Seq& s, bool gold, vector<double>& nm, vector<double>& em) {
  u32 T = s.length; A.assign(T * L, -1e9); B.assign(T * L, 0); double r[16];
  auto ok = [&](u32 t, int y) { const Step& x = steps[s.first + t]; return !gold || x.free || x.label == y; };
  for (u32 t = 0; t < T; t++) for (int y = 0; y < L; y++) {
    if (!ok(t, y)) continue;
    if (t == 0) { A[y] = node[y]; continue; }
    for (int x = 0; x < L; x++) r[x] = A[(t - 1) * L + x] + edge[t * P + x * L + y];
    A[t * L + y] = logsum(r, L) + node[t * L + y];
  }
  for (int y = 0; y < L; y++) if (!ok(T - 1, y)) B[(T - 1) * L + y] = -1e9;
  for (int t = (int)T - 2; t >= 0; t--) for (int x = 0; x < L; x++) {
    if (!ok(t, x)) { B[t * L + x] = -1e9; continue; }
    for (int y = 0; y < L; y++) r[y] = B[(t + 1) * L + y] + node[(t + 1) * L + y] + edge[(t + 1) * P + x * L + y];
    B[t * L + x] = logsum(r, L);
  }
  double Z = logsum(&A[(T - 1) * L], L);
  nm.resize(T * L); em.resize(T * P);
  for (u32 t = 0; t < T; t++) for (int y = 0; y < L; y++) {
    nm[t * L + y] = exp(A[t * L + y] + B[t * L + y] - Z);
    if (t) for (int x = 0; x < L; x++) em[t * P + x * L + y] = exp(A[(t - 1) * L + x] + edge[t * P + x * L + y] + node[t * L + y] + B[t * L + y] - Z);
  }
  return Z;
}

static void put(FILE* f, Table& t, float scale, double drop) {
  vector<u32> keep;
  for (u32 r = 0; r < t.keys.size(); r++) { float m = 0; for (int y = 0; y < t.width; y++) m = max(m, fabs(t.w[(size_t)r * t.width + y])); if (m >= drop) keep.push_back(r); }
  u32 n = keep.size(); fwrite(&n, 4, 1, f); u32 last = 0;
  for (u32 r : keep) { u32 d = t.keys[r] - last; last = t.keys[r]; do { uint8_t b = d & 127; d >>= 7; if (d) b |= 128; fputc(b, f); } while (d); }
  for (u32 r : keep) for (int y = 0; y < t.width; y++) { int v = lround(t.w[(size_t)r * t.width + y] / scale); fputc((uint8_t)(int8_t)max(-127, min(127, v)), f); }
  printf("  %u rows of %zu kept\n", n, t.keys.size());
}

int main(int argc, char** argv) {
  L = atoi(argv[1]); P = L * L; int fold = -1, epochs = 6, least = 3; double rate = 0.15, l2 = 1e-6, drop = 0.05;
  for (int i = 4; i + 1 < argc; i += 2) { string k = argv[i]; double v = atof(argv[i + 1]);
    if (k == "--fold") fold = v; else if (k == "--epochs") epochs = v; else if (k == "--rate") rate = v; else if (k == "--l2") l2 = v; else if (k == "--least") least = v; else if (k == "--drop") drop = v; else if (k == "--out") out = v; }
  FILE* f = fopen(argv[2], "rb"); if (!f) { perror(argv[2]); return 1; }
  vector<uint16_t> nc(1 << 26), ec(1 << 26); u32 head[2];
  while (fread(head, 4, 2, f) == 2) {
    seqs.push_back({head[0], (u32)steps.size(), head[1]});
    for (u32 t = 0; t < head[1]; t++) {
      uint8_t h[6]; if (fread(h, 1, 6, f) != 6) return 1; uint16_t n, e; memcpy(&n, h + 2, 2); memcpy(&e, h + 4, 2);
      Step x{h[0], h[1], (u32)pool.size(), n, (u32)pool.size() + n, e}; pool.resize(pool.size() + n + e);
      if (fread(&pool[x.node], 4, n + e, f) != (size_t)n + e) return 1;
      bool seen = (int)head[0] != fold;
      if (seen) { for (u32 k = 0; k < n; k++) if (nc[pool[x.node + k]] < 65535) nc[pool[x.node + k]]++; for (u32 k = 0; k < e; k++) if (ec[pool[x.edge + k]] < 65535) ec[pool[x.edge + k]]++; }
      steps.push_back(x);
    }
  }
  fclose(f);
  nodeT.build(nc, least, L); edgeT.build(ec, least, P);
  for (auto& x : steps) { for (u32 k = 0; k < x.nodes; k++) pool[x.node + k] = (u32)nodeT.row[pool[x.node + k]]; for (u32 k = 0; k < x.edges; k++) pool[x.edge + k] = (u32)edgeT.row[pool[x.edge + k]]; }
  nodeT.row = {}; edgeT.row = {}; nc = {}; ec = {};
  printf("%zu sequences, %zu steps, %zu + %zu features\n", seqs.size(), steps.size(), nodeT.keys.size(), edgeT.keys.size()); fflush(stdout);
  vector<u32> order; for (u32 i = 0; i < seqs.size(); i++) if ((int)seqs[i].fold != fold) order.push_back(i);
  mt19937 random(7); vector<double> gn, ge, fn, fe; vector<float> an(nodeT.w.size()), ae(edgeT.w.size()); int averaged = 0;
  for (int e = 0; e < epochs; e++) {
    for (size_t i = order.size() - 1; i > 0; i--) swap(order[i], order[random() % (i + 1)]);
    double loss = 0; double eta = rate * (e + 1 == epochs ? 0.3 : 1.0);
    for (u32 i : order) {
      const Seq& s = seqs[i]; score(s); double zf = pass(s, false, fn, fe), zg = pass(s, true, gn, ge); loss += zf - zg;
      auto update = [&](Table& tb, int32_t r, const double* m, const double* q, int n) {
        float* w = &tb.w[(size_t)r * n]; float* g = &tb.g[(size_t)r * n];
        for (int y = 0; y < n; y++) { float d = (float)(q[y] - m[y]); if (d == 0) continue; if (fabs(d) < 1e-4f) continue; d += (float)l2 * w[y]; g[y] += d * d; w[y] -= eta * d / sqrtf(g[y] + 0.5f); }
      };
      size_t na = 0, ea = 0;
      for (u32 t = 0; t < s.length; t++) { const Step& x = steps[s.first + t]; size_t n0 = na, e0 = ea; na += x.nodes; if (t) ea += x.edges;
        double md = 0; for (int y = 0; y < L; y++) md = max(md, fabs(fn[t * L + y] - gn[t * L + y]));
        if (md > 1e-4) for (u32 k = 0; k < x.nodes; k++) if (nodeKept[n0 + k]) update(nodeT, pool[x.node + k], &gn[t * L], &fn[t * L], L);
        if (!t) continue; md = 0; for (int y = 0; y < P; y++) md = max(md, fabs(fe[t * P + y] - ge[t * P + y]));
        if (md > 1e-4) for (u32 k = 0; k < x.edges; k++) if (edgeKept[e0 + k]) update(edgeT, pool[x.edge + k], &ge[t * P], &fe[t * P], P);
      }
    }
    printf("epoch %d loss %.4f a step\n", e, loss / steps.size()); fflush(stdout);
    if (e * 2 >= epochs) { averaged++; for (size_t i = 0; i < an.size(); i++) an[i] += nodeT.w[i]; for (size_t i = 0; i < ae.size(); i++) ae[i] += edgeT.w[i]; }
  }
  if (averaged) { for (size_t i = 0; i < an.size(); i++) nodeT.w[i] = an[i] / averaged; for (size_t i = 0; i < ae.size(); i++) edgeT.w[i] = ae[i] / averaged; }
  for (float& v : nodeT.w) v *= 1 - out;
  for (float& v : edgeT.w) v *= 1 - out;
  float top = 0; for (float v : nodeT.w) top = max(top, fabs(v)); for (float v : edgeT.w) top = max(top, fabs(v));
  float scale = min(top, 4.0f) / 127;
  FILE* o = fopen(argv[3], "wb"); u32 l = L; fwrite(&l, 4, 1, o); fwrite(&scale, 4, 1, o); put(o, nodeT, scale, drop); put(o, edgeT, scale, drop); printf("  %ld bytes\n", ftell(o)); fclose(o);
}
