/* C17 6.5.6p8: as for a local, so for a global. */
struct {
    char first[3];
    char second[3];
} words = {"ab", "cd"};

int main(void)
{
    char *p = words.first;

    p[3] = 'x'; /* finds: out-of-bounds-member */
    return 0;
}
