#!/usr/bin/env node
import { endAtOnce } from './ending.ts'
import { runTerminal } from './terminal/run.ts'

await runTerminal()
await endAtOnce()
