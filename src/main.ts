import { runPhase } from './action/run.ts'
import { endAtOnce } from './ending.ts'

await runPhase()
await endAtOnce()
