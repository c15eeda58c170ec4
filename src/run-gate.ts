/** The run itself, apart from the doors: what is refused at a door, or has nothing to do, does not load it. */
export { runGate } from './gate.ts'
export { wireGate } from './wire.ts'
