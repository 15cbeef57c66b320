/* C17 6.5.6p8: the array member decays to a pointer, and stays that array's. */
struct account {
    char name[8];
    int is_admin;
};

static void copy(char *to, const char *from)
{
    while (*from != '\0') {
        *to++ = *from++; /* finds: out-of-bounds-member */
    }
}

int main(void)
{
    struct account account = {"", 0};

    copy(account.name, "mallory!!");
    return 0;
}
