/* C17 6.3.2.1p2: a long double without a value is added to. */
int main(void)
{
    long double sum;

    sum += 1; /* finds: uninitialised-read */
    return sum > 0;
}
