/* C17 6.2.4p6: one member is left out. */
struct point {
    int x;
    int y;
};

int main(void)
{
    struct point p;

    p.x = 1;
    return p.y > 0; /* finds: uninitialised-read */
}
