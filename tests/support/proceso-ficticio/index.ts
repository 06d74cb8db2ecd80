export { packFaults } from './faults/pack.ts'
export { packFicticio } from './pack.ts'
