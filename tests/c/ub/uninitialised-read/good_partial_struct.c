/* C17 6.7.9p19: the members without an initialiser are zero. */
struct point {
    int x;
    int y;
    struct {
        int z[2];
    } deep;
};

int main(void)
{
    struct point p = {.x = 1};

    return p.y + p.deep.z[1];
}
