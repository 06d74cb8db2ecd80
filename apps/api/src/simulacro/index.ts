export { createDemoCuentas, nombreFicticio } from './cuentas.ts'
export { generateSimulacro } from './generate-simulacro.ts'
export { rasterizeRetrato } from './rasterize-retrato.ts'
export type { CapturaSimulada, DemoCuenta, Simulacro } from './types.ts'
