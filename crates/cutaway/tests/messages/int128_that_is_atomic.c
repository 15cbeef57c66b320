_Atomic unsigned __int128 counter;

int main(void)
{
    counter++;
    return 0;
}
