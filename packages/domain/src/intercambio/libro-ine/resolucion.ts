import type { Calidad, Sexo } from '../../registro/estatus.ts'
import type { AdvertenciaFila, CandidaturaListada, FilaLeida } from '../importacion/fila.ts'
import type { ErrorFila } from '../importacion/textos.ts'
import { AltasIne, cellOf, slug, type LugarResuelto, type NuevasIne } from './altas.ts'
import type { ActorIne, ActualIne, CargoCatalogoIne, CatalogoIne, DemarcacionIne } from './catalogo.ts'
import { AJENA, separarAjenas } from './ajenas.ts'
import { leerDistrito, mayusculas, noAplica } from './celdas.ts'
import type { GeneralIne } from './columnas.ts'
import { notaEn, type FilaIne, type NotaIne } from './fila.ts'
import { numerarFormulas } from './numeros.ts'
import { plainKey } from '../../base/text.ts'
import { keysOf } from '../../base/typed.ts'

/** A row held against the proceso, as the import of any format takes it, with the answers that only this one brings. */
export interface FilaResuelta extends FilaLeida {
  hoja: string
  respuestas: Pick<FilaIne, 'curricular' | 'identidad' | 'capturadas'>
  /** Whether the system already has that candidatura, and with answers of its own. */
  conCaptura: boolean
}

export interface LibroResuelto {
  filas: FilaResuelta[]
  nuevas: NuevasIne
  /** About the workbook as a whole, as sentences. */
  avisos: string[]
}

/** Looks up what each row names; anything that the proceso lacks is made from the workbook, except cargos: their dates are of law. */
export function resolverLibroIne(filas: readonly FilaIne[], catalogo: CatalogoIne): LibroResuelto {
  const altas = new AltasIne(catalogo)
  const { entidadAjena } = altas.indice
  const { rechazadas, avisos } = separarAjenas(filas, { entidadAjena, otrasEntidades: catalogo.otrasEntidades })
  const seen = filas.map((fila) => (rechazadas.has(fila) ? ajena(fila) : resolveFila(fila, altas)))
  const nuevas = seen.flatMap(({ candidatura, actual }) => (candidatura && !actual ? [candidatura] : []))
  const numeroDe = numerarFormulas(nuevas, catalogo.actuales)
  const { numero: acuerdoNumero, fecha: acuerdoFecha } = catalogo.acuerdo
  const complete = ({ candidatura, actual }: Seen): CandidaturaListada | null =>
    candidatura && { ...candidatura, numero: actual?.numero ?? numeroDe(candidatura), acuerdoNumero, acuerdoFecha }
  const resueltas = seen.map((each) => toResuelta(each, complete(each)))
  return { filas: resueltas, nuevas: altas.nuevas(resueltas.flatMap(({ candidatura }) => candidatura ?? [])), avisos }
}

function toResuelta({ fila, actual, errores, advertencias }: Seen, candidatura: CandidaturaListada | null): FilaResuelta {
  return {
    fila: fila.fila,
    hoja: fila.hoja,
    clave: candidatura?.clave ?? null,
    nombre: fila.nombre || null,
    candidatura,
    errores,
    advertencias,
    // A name that stays as it is needs no usual form.
    hallazgos: actual ? fila.hallazgos.filter(({ tipo }) => tipo !== 'mayusculas') : fila.hallazgos,
    respuestas: { curricular: fila.curricular, identidad: fila.identidad, capturadas: fila.capturadas },
    ...(actual ? heldAgainst(fila, actual) : { silencios: [], otros: [], conCaptura: false }),
  }
}

function heldAgainst(fila: FilaIne, actual: ActualIne): Pick<FilaResuelta, 'silencios' | 'otros' | 'conCaptura'> {
  const { conCaptura } = actual
  return { silencios: silenciosDe(actual), otros: conCaptura ? [] : respuestasQueLlegan(fila), conCaptura }
}

/** Captured answers stay; where there are none, the workbook brings them. Never shows the values: some are of identity. */
function respuestasQueLlegan({ curricular, identidad, capturadas }: FilaIne): FilaLeida['otros'] {
  const count = Object.keys(curricular).length + Object.keys(identidad).length
  return capturadas.length === 0 ? [] : [{ campo: 'respuestas', antes: null, despues: String(count) }]
}

/** Candidatura less its place in the list and its acuerdo, which are no matter of one row. */
export type CandidaturaSinLugar = Omit<CandidaturaListada, 'numero' | 'acuerdoNumero' | 'acuerdoFecha' | 'folioFormula'> & {
  folioFormula: number
}

interface Seen {
  fila: FilaIne
  candidatura: CandidaturaSinLugar | null
  actual: ActualIne | undefined
  errores: ErrorFila[]
  advertencias: AdvertenciaFila[]
}

function ajena(fila: FilaIne): Seen {
  return { fila, candidatura: null, actual: undefined, errores: [toError(notaEn(fila, 'entidad', AJENA))], advertencias: [] }
}

function resolveFila(fila: FilaIne, altas: AltasIne): Seen {
  const cargo = altas.indice.cargo(fila.celdas.cargo)
  const lugar = cargo && altas.lugar(fila, cargo)
  const named = { cargo, lugar, actor: altas.actor(fila) }
  const rotas = new Set(fila.rotas.map(({ columna }) => columna))
  const before = [...fila.rotas, ...[...fila.errores, ...faultsOf(fila, named)].filter(({ columna }) => !rotas.has(columna))]
  const found = before.length === 0 ? toFound(fila, { ...named, altas }) : null
  const errores = [...before, ...(found ? razonesContraPersona(fila, found) : [])]
  const advertencias = [...fila.avisos, ...(lugar ? notasDeLugar(fila, lugar) : [])].map(toAdvertencia)
  const nothing = { candidatura: null, actual: undefined }
  return { fila, ...(errores.length === 0 && found ? found : nothing), errores: errores.map(toError), advertencias }
}

interface Named {
  cargo: CargoCatalogoIne | null
  lugar: LugarResuelto | null
  actor: ActorIne | null
}

function faultsOf(fila: FilaIne, { cargo, lugar, actor }: Named): NotaIne[] {
  const sinCargo = 'No está entre los cargos del proceso: sus fechas son de ley, y no se crea de un archivo.'
  if (!cargo) return fila.celdas.cargo === '' ? [] : [notaEn(fila, 'cargo', sinCargo)]
  return [
    ...(lugar ? [] : [notaEn(fila, cargo.demarcacion === 'distrito' ? 'distrito' : 'municipio', 'Falta el lugar de la contienda.')]),
    ...(actor || fila.partido === '' ? [] : [notaEn(fila, 'partido', 'Dos actores políticos del proceso se llaman así.')]),
  ]
}

interface Found {
  candidatura: CandidaturaSinLugar
  actual: ActualIne | undefined
}

/** A field that the reading or the look-up left without value is an error of the row already. */
function toFound(fila: FilaIne, { lugar, actor, altas }: Named & { altas: AltasIne }): Found | null {
  const read = leida(fila)
  if (!lugar || !actor || !read) return null
  const { folio, calidad } = read
  const place = { entidad: altas.indice.entidadAjena(fila.celdas.entidad), cargo: lugar.cargo.clave, folio }
  const actual = altas.indice.actual({ ...place, calidad })
  const companion = altas.indice.actual({ ...place, calidad: calidad === 'suplente' ? 'propietaria' : 'suplente' })
  const candidatura = {
    ...UNKNOWN,
    ...postulante(fila, { actor, registradas: [actual, companion] }),
    clave: actual?.clave ?? claveDe(fila, lugar.cargo.clave),
    contienda: lugar.contienda.clave,
    calidad,
    nombre: fila.nombre,
    sexo: read.sexo,
    edadDeclarada: fila.edad,
    folioFormula: folio,
  }
  return { candidatura, actual }
}

function leida({ folio, calidad, sexo }: FilaIne): { folio: number; calidad: Calidad; sexo: Sexo } | null {
  return folio === null || calidad === null || sexo === null ? null : { folio, calidad, sexo }
}

/**
 * Which party an alianza took somebody from, the workbook does not tell: the alianza answers for itself. Independents have one name in
 * the source: which of them it is, their fórmula tells.
 */
function postulante(
  { partido }: FilaIne,
  { actor, registradas }: { actor: ActorIne; registradas: (ActualIne | undefined)[] },
): Pick<CandidaturaListada, 'actor' | 'partidoOrigen'> {
  const same = registradas.find((each) => each && plainKey(each.actorNombre) === plainKey(partido))
  return { actor: same?.actor ?? actor.clave, partidoOrigen: actor.tipo === 'partido' ? actor.clave : null }
}

/** The workbook has the name in one piece, and neither nickname, nor day of birth, nor acción afirmativa. */
const UNKNOWN = {
  primerApellido: null,
  segundoApellido: null,
  apodo: null,
  fechaNacimiento: null,
  accionAfirmativa: null,
  eleccionConsecutiva: false,
} as const

/** Stable: the same fórmula and calidad of the same entidad and cargo, in spite of other changes. */
function claveDe({ celdas, folio, calidad }: FilaIne, cargo: string): string {
  return ['ine', slug(celdas.entidad), cargo, folio, calidad === 'suplente' ? 'S' : 'P'].join('-')
}

/** Fields of a known candidatura that the workbook does not tell. */
function silenciosDe({ conNacimiento }: ActualIne): FilaLeida['silencios'] {
  const always = ['partidoOrigen', 'nombre', 'acuerdoNumero', 'acuerdoFecha', ...keysOf(UNKNOWN)] as const
  return conNacimiento ? [...always, 'edadDeclarada'] : always
}

/** The name alone tells whether the holder is the same: another one enters by an act, with its acuerdo and its cause. */
function razonesContraPersona(fila: FilaIne, { candidatura, actual }: Found): NotaIne[] {
  if (!actual) return []
  if (plainKey(actual.nombre) !== plainKey(fila.nombre)) {
    return [
      notaEn(
        fila,
        'nombre',
        'Ese lugar de la fórmula lo tiene otra persona: quien entra lo hace por sustitución; quien cambia de nombre, por corrección.',
      ),
    ]
  }
  if (actual.contienda !== candidatura.contienda) return [notaEn(fila, 'folio', 'Esa fórmula está registrada en otra contienda.')]
  return actual.actor === candidatura.actor ? [] : [notaEn(fila, 'partido', 'Esa fórmula está registrada por otro actor político.')]
}

function notasDeLugar(fila: FilaIne, { cargo, demarcacion }: LugarResuelto): NotaIne[] {
  const { celdas } = fila
  const second = cargo.demarcacion === 'distrito' ? 'municipio' : 'distrito'
  const notes: [boolean, GeneralIne, string][] = [
    [hasOtherCabecera(celdas, demarcacion), 'distrito', 'Se leyó por su número: su cabecera es otra en el proceso.'],
    [!noAplica(celdas.circunscripcion), 'circunscripcion', 'El proceso no tiene circunscripciones: no se conserva.'],
    [!noAplica(celdas[second]) && demarcacion.tipo !== second, second, 'Ese cargo no se elige por ahí: no se conserva.'],
  ]
  return notes.filter(([applies]) => applies).map(([, general, razon]) => notaEn(fila, general, razon))
}

function hasOtherCabecera(celdas: FilaIne['celdas'], { tipo, cabecera }: DemarcacionIne): boolean {
  const written = tipo === 'distrito' ? leerDistrito(cellOf(celdas, tipo)).cabecera : null
  return written !== null && cabecera !== null && mayusculas(written) !== mayusculas(cabecera)
}

function toError({ columna, razon }: NotaIne): ErrorFila {
  return { columna, razon }
}

function toAdvertencia({ columna, razon }: NotaIne): AdvertenciaFila {
  return { regla: null, columna, texto: razon }
}
