import { runPhase } from './action/run.ts'

await runPhase()
