/* sys/sysinfo.h: the machine's memory and load. Linux. */
#ifndef _SYS_SYSINFO_H
#define _SYS_SYSINFO_H

struct sysinfo {
    long uptime;
    unsigned long loads[3];
    unsigned long totalram;
    unsigned long freeram;
    unsigned long sharedram;
    unsigned long bufferram;
    unsigned long totalswap;
    unsigned long freeswap;
    unsigned short procs;
    unsigned short __padding;
    unsigned long totalhigh;
    unsigned long freehigh;
    unsigned int mem_unit;
};

int get_nprocs(void);
int sysinfo(struct sysinfo *information);

#endif
