/* A large object that fits. */
int main(void)
{
    char table[7000000];

    table[0] = 0;
    table[6999999] = table[0];
    return table[6999999];
}
