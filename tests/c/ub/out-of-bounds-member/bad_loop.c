/* C17 6.5.6p8: one step too many, into the next member. */
struct record {
    char name[4];
    char rank;
};

int main(void)
{
    struct record r = {"abc", 1};

    for (int i = 0; i <= 4; i++) {
        r.name[i] = 'x'; /* finds: out-of-bounds-member */
    }
    return 0;
}
