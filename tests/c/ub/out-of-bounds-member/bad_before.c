/* C17 6.5.6p8: before an array, into the member above. */
struct record {
    long head;
    long items[2];
};

int main(void)
{
    struct record r = {0, {1, 2}};
    int i = -1;

    r.items[i] = 3; /* finds: out-of-bounds-member */
    return 0;
}
