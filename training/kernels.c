// Fused CPU kernels for training (loaded with ctypes): recurrence, normalisation, optimiser.
// gcc -O3 -march=native -ffast-math -shared -fPIC kernels.c -o kernels.so -lm
#include <math.h>
#include <string.h>
#include <stdint.h>
#include <stdlib.h>
#define S(z) (0.5f + 0.5f * (z) / sqrtf(1.0f + (z) * (z)))

// y = x * inv * mask[b]; rows n = B*T, mask [B,d] or NULL
void rms_fwd(long n, long T, long d, const float *x, const float *mask, float *y, float *inv) {
  for (long i = 0; i < n; i++) {
    const float *p = x + i * d; float s = 0;
    for (long j = 0; j < d; j++) s += p[j] * p[j];
    float v = 1.0f / sqrtf(s / d + 1e-6f); inv[i] = v; float *q = y + i * d;
    if (mask) { const float *m = mask + (i / T) * d; for (long j = 0; j < d; j++) q[j] = p[j] * v * m[j]; }
    else for (long j = 0; j < d; j++) q[j] = p[j] * v;
  }
}
void rms_bwd(long n, long T, long d, const float *x, const float *mask, const float *inv, const float *dy, float *dx) {
  for (long i = 0; i < n; i++) {
    const float *p = x + i * d, *g = dy + i * d; float v = inv[i], s = 0; float *q = dx + i * d;
    if (mask) { const float *m = mask + (i / T) * d; for (long j = 0; j < d; j++) q[j] = g[j] * m[j]; }
    else memcpy(q, g, d * 4);
    for (long j = 0; j < d; j++) s += q[j] * p[j];
    s = s * v * v / d;
    for (long j = 0; j < d; j++) q[j] = v * (q[j] - p[j] * s);
  }
}
// z [B,T,6h]: value fw h, value bw h, forget fw h, forget bw h, out gate 2h. out [B,T,2h] = S(r)*c. c saved.
void scan_fwd(long B, long T, long h, const float *z, const int *len, float *out, float *c) {
  memset(c, 0, B * T * 2 * h * 4); memset(out, 0, B * T * 2 * h * 4);
  for (long b = 0; b < B; b++) {
    long L = len[b];
    for (int dir = 0; dir < 2; dir++) for (long k = 0; k < L; k++) {
      long t = dir ? L - 1 - k : k; const float *zz = z + (b * T + t) * 6 * h;
      const float *v = zz + dir * h, *f = zz + 2 * h + dir * h, *r = zz + 4 * h + dir * h;
      float *cc = c + (b * T + t) * 2 * h + dir * h, *o = out + (b * T + t) * 2 * h + dir * h;
      if (k == 0) for (long j = 0; j < h; j++) { float F = S(f[j]); cc[j] = (1 - F) * v[j]; o[j] = S(r[j]) * cc[j]; }
      else { const float *cp = cc + (dir ? 2 * h : -2 * h);
        for (long j = 0; j < h; j++) { float F = S(f[j]); cc[j] = v[j] + F * (cp[j] - v[j]); o[j] = S(r[j]) * cc[j]; } }
    }
  }
}
void scan_bwd(long B, long T, long h, const float *z, const int *len, const float *c, const float *dout, float *dz) {
  memset(dz, 0, B * T * 6 * h * 4); float *dc = malloc(h * 4), *zero = calloc(h, 4);
  for (long b = 0; b < B; b++) {
    long L = len[b];
    for (int dir = 0; dir < 2; dir++) {
      memset(dc, 0, h * 4);
      for (long k = L - 1; k >= 0; k--) {
        long t = dir ? L - 1 - k : k; const float *zz = z + (b * T + t) * 6 * h; float *g = dz + (b * T + t) * 6 * h;
        const float *v = zz + dir * h, *f = zz + 2 * h + dir * h, *r = zz + 4 * h + dir * h;
        float *restrict gv = g + dir * h, *restrict gf = g + 2 * h + dir * h, *restrict gr = g + 4 * h + dir * h, *restrict dd = dc;
        const float *cc = c + (b * T + t) * 2 * h + dir * h, *o = dout + (b * T + t) * 2 * h + dir * h;
        const float *restrict cp = k ? cc + (dir ? 2 * h : -2 * h) : zero;
        for (long j = 0; j < h; j++) {
          float fi = 1.0f / sqrtf(1.0f + f[j] * f[j]), ri = 1.0f / sqrtf(1.0f + r[j] * r[j]);
          float F = 0.5f + 0.5f * f[j] * fi, R = 0.5f + 0.5f * r[j] * ri;
          float p = cp[j];
          gr[j] = o[j] * cc[j] * 0.5f * ri * ri * ri;
          float D = dd[j] + o[j] * R;
          gv[j] = D * (1 - F); gf[j] = D * (p - v[j]) * 0.5f * fi * fi * fi; dd[j] = D * F;
        }
      }
    }
  }
  free(dc); free(zero);
}
// AdamW + EMA over one flat tensor; rows with no gradient at all are skipped when rowlen > 0 (lazy embedding rows)
void adam(long n, long rowlen, float *p, float *g, float *m, float *v, float *e, float lr, float b1, float b2,
          float c1, float c2, float eps, float wd, float scale, float ema) {
  long step = rowlen > 0 ? rowlen : n;
  for (long a = 0; a < n; a += step) {
    if (rowlen > 0) { int z = 1; for (long i = a; i < a + step; i++) if (g[i] != 0) { z = 0; break; } if (z) {
        for (long i = a; i < a + step; i++) e[i] += (1 - ema) * (p[i] - e[i]); continue; } }
    for (long i = a; i < a + step; i++) {
      float x = g[i] * scale; m[i] = b1 * m[i] + (1 - b1) * x; v[i] = b2 * v[i] + (1 - b2) * x * x;
      p[i] -= lr * (m[i] * c1 / (sqrtf(v[i] * c2) + eps) + wd * p[i]); e[i] += (1 - ema) * (p[i] - e[i]); g[i] = 0;
    }
  }
}
double sumsq(long n, const float *g) { double s = 0; for (long a = 0; a < n; a += 4096) { float t = 0; long b = a + 4096 < n ? a + 4096 : n; for (long i = a; i < b; i++) t += g[i] * g[i]; s += t; } return s; }
