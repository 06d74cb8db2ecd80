export { packFaults } from './pack-faults.ts'
export { packFicticio } from './pack.ts'
