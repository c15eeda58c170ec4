#!/usr/bin/env node
import { runTerminal } from './terminal/run.ts'

await runTerminal()
