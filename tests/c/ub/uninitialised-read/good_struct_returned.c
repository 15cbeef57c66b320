/* C17 6.8.6.4p3: a struct is returned with a member that was never stored. */
struct result {
    int ok;
    int value;
};

static struct result fail(void)
{
    struct result r;

    r.ok = 0;
    return r;
}

int main(void)
{
    struct result r = fail();

    return r.ok ? r.value : 0;
}
