import type { ProcesoPack } from '@conoceles/domain'
import { abrirPaquete, decirFaltas, leerPaqueteEn, PaqueteError, type Lectura } from '@conoceles/paquetes'
import { ConfigError, type Config } from '../config.ts'
import type { Proceso } from '../modules/proceso/index.ts'

export type PaqueteLeido = Exclude<Lectura, { faltas: unknown }>

/** Lines of faults told at once. */
const SHOWN = 20

/** Reads a pack, whole and without a fault. Throws ConfigError with the faults, each with its file, its line and its remedy. */
export async function readPaquete({ paquete, paquetes }: { paquete: string } & Pick<Config, 'paquetes'>): Promise<PaqueteLeido> {
  const lectura = await read(paquete, paquetes)
  if (!('faltas' in lectura)) return lectura
  throw new ConfigError(
    [
      `El paquete «${paquete}» no se cargó:`,
      ...decirFaltas(lectura.faltas, SHOWN).map((linea) => `  ${linea}`.trimEnd()),
      `  Para verlas todas: npm run paquete -- validar ${paquete}`,
    ].join('\n'),
  )
}

async function read(paquete: string, incluidos: string): Promise<Lectura> {
  try {
    return leerPaqueteEn((await abrirPaquete(paquete, { incluidos })).textos, { incluidos })
  } catch (error) {
    if (error instanceof PaqueteError) throw new ConfigError(error.message)
    throw error
  }
}

/** Why a pack is not of the proceso that the database holds; null where it is. */
export function contraProceso({ clave }: Pick<ProcesoPack, 'clave'>, proceso: Pick<Proceso, 'clave'>): string | null {
  if (proceso.clave === clave) return null
  return `La base de datos tiene el proceso «${proceso.clave}» y el paquete es de «${clave}»: no se cargó nada. Use el paquete de ese proceso (npm start -- --paquete carpeta), u otra base de datos (DATABASE_URL, o DATOS con otra carpeta).`
}
