/* Lesson: a string too long for its array spills into the next member of the same struct. */
#include <stdio.h>

struct account {
    char name[8];
    int is_admin;
};

void set_name(struct account *account, const char *name)
{
    int i = 0;

    while (name[i] != '\0') {
        account->name[i] = name[i];
        i++;
    }
    account->name[i] = '\0';
}

int main(void)
{
    struct account account = {"guest", 0};

    set_name(&account, "mallory!!");
    printf("is_admin = %d\n", account.is_admin);
    return 0;
}
