/* C17 6.3.2.1p2: a double without a value decides a branch. */
int main(void)
{
    double limit;
    float step = 0.5f;

    if (step < limit) { /* finds: uninitialised-read */
        return 1;
    }
    return 0;
}
