/* C17 6.5.6p8: an array of structs, walked by pointer. */
struct pair {
    int a;
    int b;
};

int main(void)
{
    struct pair pairs[3];

    for (struct pair *p = pairs; p < pairs + 3; p++) {
        p->a = 0;
        p->b = 0;
    }
    return pairs[2].b;
}
