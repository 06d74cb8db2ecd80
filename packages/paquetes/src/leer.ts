import type { ProcesoPack } from '@conoceles/domain'
import { ARCHIVOS, ESQUEMA, type OpcionesSimulacro } from './archivos.ts'
import { decirFalta } from './decir.ts'
import { componer, type Compuesto } from './componer.ts'
import { faltasDeForma } from './esquemas.ts'
import type { Falta, FaltaDePaquete } from './falta.ts'
import { avisosDePaquete, faltasDePaquete, type Mensajes } from './faltas/index.ts'
import { leerJson, lineaDe, nodoEn, type Nodo, type Ruta } from './json.ts'
import type { Textos } from './textos.ts'
import { ubicar } from './ubicar.ts'

/** A pack, or everything that is wrong with it: never a part of a pack. */
export type Lectura = Leido | { faltas: FaltaDePaquete[] }

interface Leido {
  pack: ProcesoPack
  simulacro: OpcionesSimulacro | null
  /** Gaps with which a pack loads all the same. */
  avisos: FaltaDePaquete[]
}

export interface Lugares {
  /** Files of a base pack; null: nobody knows it. */
  baseDe(clave: string): Textos | null
  /** Texts of the public site, by which translations are checked; absent: they are not. */
  mensajes?: Mensajes
}

interface Abierto {
  texto: string
  nodo: Nodo
  /** Name of the file in sentences. */
  nombre: string
}

type Abiertos = Map<string, Abierto>

/** Reads a pack from the text of its files. Each fault names its file and line. */
export function leerPaquete(textos: Textos, { baseDe, mensajes }: Lugares): Lectura {
  const faltas: FaltaDePaquete[] = []
  const abiertos: Abiertos = new Map()
  abrir('paquete.json', { texto: textos.get('paquete.json'), nombre: 'paquete.json' }, { abiertos, faltas })
  const cabeza = abiertos.get('paquete.json')
  faltas.push(...(cabeza ? faltasDeEsquema(cabeza) : []))
  if (!cabeza || faltas.length > 0) return { faltas }
  const { extiende, simulacro } = cabeza.nodo.valor as { extiende?: unknown; simulacro?: OpcionesSimulacro }
  abrirTodos(
    textos,
    { cabeza, base: extiende === undefined ? new Map() : baseDe(String(extiende)), extiende: String(extiende) },
    { abiertos, faltas },
  )
  faltas.push(...faltasDeCabeza(cabeza), ...[...abiertos].flatMap(([ruta, abierto]) => formaDe(ruta, abierto)))
  if (faltas.length > 0) return { faltas: ordenar(faltas) }
  const compuesto = componer(new Map([...abiertos].map(([ruta, { nodo }]) => [ruta, nodo.valor as Record<string, unknown>])))
  const { pack } = compuesto
  const found = situar(faltasDePaquete(pack, mensajes), compuesto, abiertos)
  if (found.length > 0) return { faltas: ordenar(found) }
  return { pack, simulacro: simulacro ?? null, avisos: situar(avisosDePaquete(pack), compuesto, abiertos) }
}

interface Leyendo {
  abiertos: Abiertos
  faltas: FaltaDePaquete[]
}

function abrir(ruta: string, { texto, nombre }: { texto?: string; nombre: string }, { abiertos, faltas }: Leyendo): void {
  if (texto === undefined) {
    if (!ARCHIVOS[ruta]?.opcional) faltas.push({ archivo: nombre, linea: null, dice: 'Falta este archivo', remedio: 'Cópielo de un paquete de ejemplo y corríjalo' }) // prettier-ignore
    return
  }
  const leido = leerJson(texto)
  if ('falta' in leido) {
    const { inicio, dice, remedio } = leido.falta
    faltas.push({ archivo: nombre, linea: lineaDe(texto, inicio), dice, remedio })
    return
  }
  abiertos.set(ruta, { texto, nombre, nodo: leido.nodo })
  for (const { clave, inicio } of leido.repetidas)
    faltas.push({ archivo: nombre, linea: lineaDe(texto, inicio), dice: `«${clave}» está dos veces`, remedio: 'Deje una sola' })
}

/** A file of the pack takes the place of the whole file of its base. */
function abrirTodos(
  textos: Textos,
  { cabeza, base, extiende }: { cabeza: Abierto; base: Textos | null; extiende: string },
  leyendo: Leyendo,
): void {
  if (base === null) {
    leyendo.faltas.push(
      enNodo(cabeza, ['extiende'], { dice: `No se encontró el paquete base «${extiende}»`, remedio: 'Use «federal», o quite «extiende»' }),
    )
    return
  }
  for (const ruta of Object.keys(ARCHIVOS).filter((each) => each !== 'paquete.json')) {
    const own = textos.get(ruta)
    const nombre = own === undefined && base.has(ruta) ? `${extiende}/${ruta}` : ruta
    abrir(ruta, { texto: own ?? base.get(ruta), nombre }, leyendo)
  }
  for (const archivo of [...textos.keys()].filter((ruta) => !(ruta in ARCHIVOS)))
    leyendo.faltas.push({ archivo, linea: 1, dice: 'Este archivo no es de un paquete', remedio: 'Corrija su nombre, o quítelo' })
}

/** Asked before anything else: a newer format may have other names for everything. */
function faltasDeEsquema(cabeza: Abierto): FaltaDePaquete[] {
  const { esquema } = cabeza.nodo.valor as { esquema?: unknown }
  const en = (dice: string, remedio: string) => [enNodo(cabeza, ['esquema'], { dice, remedio })]
  if (typeof esquema !== 'number') return en('Falta «esquema», la versión del formato', `Escriba "esquema": ${ESQUEMA}`)
  if (esquema > ESQUEMA)
    return en(
      `El paquete es del formato ${esquema} y este programa lee hasta el ${ESQUEMA}`,
      'Actualice el programa, o pida el paquete en ese formato',
    )
  return esquema === ESQUEMA ? [] : en(`No hay un formato ${esquema}`, `Escriba "esquema": ${ESQUEMA}`)
}

/** A base pack has no proceso: it is only extended. */
function faltasDeCabeza(cabeza: Abierto): FaltaDePaquete[] {
  const valor = cabeza.nodo.valor as Record<string, unknown>
  return ['entidad', 'zona', 'jornada']
    .filter((clave) => valor[clave] === undefined)
    .map((clave) => enNodo(cabeza, [], { dice: `Falta «${clave}»`, remedio: `Agregue «${clave}»; sólo un paquete base no la tiene` }))
}

function formaDe(ruta: string, abierto: Abierto): FaltaDePaquete[] {
  return faltasDeForma(ruta, abierto.nodo.valor).map((falta) => enNodo(abierto, falta.ruta, falta))
}

/** Each fault once, with its file and line. */
function situar(faltas: readonly Falta[], compuesto: Compuesto, abiertos: Abiertos): FaltaDePaquete[] {
  const vistas = new Set<string>()
  return faltas.flatMap(({ ruta, dice, remedio }) => {
    const { archivo, en } = ubicar(ruta, compuesto)
    const abierto = abiertos.get(archivo)
    const falta = abierto ? enNodo(abierto, en, { dice, remedio }) : { archivo, linea: null, dice, remedio }
    const key = decirFalta(falta)
    if (vistas.has(key)) return []
    vistas.add(key)
    return [falta]
  })
}

function enNodo({ texto, nodo, nombre }: Abierto, ruta: Ruta, { dice, remedio }: { dice: string; remedio: string }): FaltaDePaquete {
  return { archivo: nombre, linea: lineaDe(texto, nodoEn(nodo, ruta).inicio), dice, remedio }
}

function ordenar(faltas: FaltaDePaquete[]): FaltaDePaquete[] {
  return faltas.sort((one, other) => one.archivo.localeCompare(other.archivo) || (one.linea ?? 0) - (other.linea ?? 0))
}
