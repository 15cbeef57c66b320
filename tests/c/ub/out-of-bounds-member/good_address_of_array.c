/* C17 6.5.3.2p3: the address of the array member is a pointer to all of it. */
struct record {
    int a[2];
    int b[2];
};

int main(void)
{
    struct record r = {{1, 2}, {3, 4}};
    int (*b)[2] = &r.b;

    (*b)[1] = 0;
    return (*b)[1];
}
