/* C17 6.2.4p6: a struct that travels in floating-point registers brings along what was never stored. */
struct point {
    float x;
    float y;
};

static struct point moved(struct point p)
{
    p.x += 1;
    return p;
}

int main(void)
{
    struct point p;
    struct point q;

    p.x = 2;
    q = moved(p);
    return q.y > 0; /* finds: uninitialised-read */
}
