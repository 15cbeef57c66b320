int twice(int x);
int (*operation)(int) = twice;

int main(void)
{
    return operation != 0;
}
