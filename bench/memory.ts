import { readFileSync } from 'node:fs'

/**
 * Most memory that this process ever held, in bytes. On Linux from the kernel's own mark for this program: the figure
 * of `resourceUsage` there counts the parent before the start of the child in.
 */
export function peakMemory(): number {
  try {
    const mark = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))
    if (mark) return Number(mark[1]) * 1024
  } catch {
    // no such file on this system
  }
  return process.resourceUsage().maxRSS * 1024
}
