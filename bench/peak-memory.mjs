/** For `node --import`: writes the most memory that the process had (KiB, as the kernel counts it) when it ends. */
import { writeFileSync } from 'node:fs'

process.on('exit', () => writeFileSync(process.env.BENCH_PEAK_FILE, String(process.resourceUsage().maxRSS)))
