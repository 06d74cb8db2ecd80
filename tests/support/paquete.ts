import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProcesoPack } from '@conoceles/domain'
import { abrirCarpeta, crearPaquete, decirFalta, leerPaqueteEn, modelosPara, type Respuestas, type Textos } from '@conoceles/paquetes'
import { mensajesEnEspanol } from './mensajes.ts'

/** Packs that the program brings. */
export const PAQUETES = join(__dirname, '../../packages/paquetes')

/** Those of a proceso; a base that others only extend has no election day. */
export const INCLUIDOS = readdirSync(PAQUETES).filter(
  (clave) => existsSync(join(PAQUETES, clave, 'paquete.json')) && 'jornada' in readHead(clave),
)

/** Pack of the tests that need a whole proceso and assert nothing of one. `PAQUETE_DE_PRUEBA` chooses another. */
export const CLAVE = process.env['PAQUETE_DE_PRUEBA'] ?? 'morelos-2024'

const leidos = new Map<string, ProcesoPack>()

/** A pack that the program brings, as it is loaded. */
export function paquete(clave: string): ProcesoPack {
  const leido = leidos.get(clave) ?? leer(abrirCarpeta(join(PAQUETES, clave)))
  leidos.set(clave, leido)
  return leido
}

/** A pack of an institute that only answered the ten questions: no secciones, no avisos, nobody who competes. */
export function textosCreados(respuestas: Partial<Respuestas> = {}): Textos {
  const todas = {
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
    ...respuestas,
  }
  return crearPaquete(modelosPara(todas.jornada, { incluidos: PAQUETES }), todas)
}

/** Reads a pack; a fault of it fails the test with its file and line. */
export function leer(textos: Textos): ProcesoPack {
  const lectura = leerPaqueteEn(textos, { incluidos: PAQUETES, mensajes: mensajesEnEspanol() })
  if ('faltas' in lectura) throw new Error(lectura.faltas.map(decirFalta).join('\n'))
  return lectura.pack
}

export const pack = paquete(CLAVE)

/**
 * The pack whose simulacro begins amid the captura, with people, acts and dates that tests assert. Files that read those are of this pack, whichever
 * is chosen: at the clock of another, nobody may be registered yet.
 */
export const packEnCaptura = paquete('morelos-2024')

/** When the clock of its simulacro starts: "2024-04-20 10:00" local. */
export const INICIO = readHead(CLAVE).simulacro.inicio
export const INICIO_EN_CAPTURA = readHead('morelos-2024').simulacro.inicio

function readHead(clave: string): { simulacro: { inicio: string } } {
  return JSON.parse(readFileSync(join(PAQUETES, clave, 'paquete.json'), 'utf8')) as { simulacro: { inicio: string } }
}
