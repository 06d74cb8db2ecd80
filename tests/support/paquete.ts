import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProcesoPack } from '@conoceles/domain'
import { abrirCarpeta, conSuBase, crearPaquete, decirFalta, leerPaqueteEn, type Textos } from '@conoceles/paquetes'
import { mensajesEnEspanol } from './mensajes.ts'

/** Packs that the program brings. */
export const PAQUETES = join(__dirname, '../../packages/paquetes')

/** A pack that the program brings, as it is loaded. */
export function paquete(clave: string): ProcesoPack {
  return leer(abrirCarpeta(join(PAQUETES, clave)))
}

/** The pack of an institute that only answered the ten questions: no secciones, no avisos, nobody who competes. */
export function paqueteCreado(): ProcesoPack {
  const ejemplo = conSuBase(abrirCarpeta(join(PAQUETES, 'morelos-2024')), { incluidos: PAQUETES })
  const textos = crearPaquete(ejemplo, {
    clave: 'inventado-2027',
    nombre: 'Proceso inventado',
    entidad: '99',
    nombreEntidad: 'Estado Inventado',
    siglas: 'IEI',
    instituto: 'Instituto Inventado',
    organo: 'Consejo General',
    zona: 'America/Hermosillo',
    jornada: '2027-06-06',
    distritos: 2,
    municipios: ['99001', '99002'].map((clave) => ({ clave, nombre: `Municipio ${clave}` })),
    gubernatura: true,
  })
  return leer(textos)
}

function leer(textos: Textos): ProcesoPack {
  const lectura = leerPaqueteEn(textos, { incluidos: PAQUETES, mensajes: mensajesEnEspanol() })
  if ('faltas' in lectura) throw new Error(lectura.faltas.map(decirFalta).join('\n'))
  return lectura.pack
}

/** The pack of the tests that need a whole process. */
export const pack = paquete('morelos-2024')

/** When the clock of its simulacro starts: "2024-04-20 10:00" local. */
export const INICIO = readInicio()

function readInicio(): string {
  const cabeza = JSON.parse(readFileSync(join(PAQUETES, 'morelos-2024/paquete.json'), 'utf8')) as { simulacro: { inicio: string } }
  return cabeza.simulacro.inicio
}
