#include <stdio.h>

main()
{
    printf("hello\n");
    return 0;
}
