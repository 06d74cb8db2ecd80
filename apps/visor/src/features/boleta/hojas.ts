import type { Boleta, Contienda, Fila } from '../../api-types.ts'

/** One paper ballot of a voter: the cargos that she elects on its front, and the lists on its back. */
export interface Hoja {
  clave: string
  nombre: string
  comoSeVota: readonly string[]
  /** How an alliance looks on it; null where nothing is said. */
  alianza: string | null
  /** How it is marked; null: nothing is said, and nobody practises on it. */
  seMarca: Boleta['seMarca']
  /** Legal day on which it was printed; null while nobody said it. */
  impresa: string | null
  frente: Contienda[]
  reverso: Contienda[]
}

/** One emblem of a ballot: a mark there votes for all of them. */
export interface Emblema {
  actor: Fila['actorPolitico']
  /** Person whose portrait represents the emblem; null where it only has a list on the back. */
  encabeza: Fila | null
  /** The others of the front: suplente, and the rest of the planilla. */
  acompanan: Fila[]
  /** Fórmulas of the front that were cancelled whole: printed ballots may still name them. */
  canceladas: Fila[]
  /** People who left a place of the front to somebody else: printed ballots may still name them, too. */
  sustituidas: Fila[]
}

/** A fórmula of a list on the back. */
export interface Formula {
  titular: Fila
  suplente: Fila | null
}

/** A list on the back, by who postulates it. */
export interface ListaReverso {
  actor: Fila['actorPolitico']
  formulas: Formula[]
}

/**
 * Sheets in the order of the ballots. A contienda that no ballot names has a sheet of its own. So has each comunidad: a voter marks the sheet of
 * the one where she lives, and of no other.
 */
export function hojasOf(contiendas: readonly Contienda[], boletas: readonly Boleta[]): Hoja[] {
  const ofCargos = (cargos: readonly string[]) => cargos.flatMap((cargo) => contiendas.filter((each) => each.cargo === cargo))
  const printed = new Set(boletas.flatMap(({ frente, reverso }) => [...frente, ...reverso]))
  const sheets = boletas.map(({ frente, reverso, ...boleta }) => ({ ...boleta, frente: ofCargos(frente), reverso: ofCargos(reverso) }))
  const own = contiendas
    .filter(({ cargo }) => !printed.has(cargo))
    .map((contienda) => ({
      clave: contienda.clave,
      nombre: contienda.cargoNombre,
      comoSeVota: [],
      alianza: null,
      seMarca: null,
      impresa: null,
      frente: [contienda],
      reverso: [],
    }))
  return [...sheets, ...own].flatMap(byComunidad)
}

/** Clave of the comunidad that elects on a sheet; null where every voter of the place gets it. */
export function comunidadOf({ frente, reverso }: Hoja): string | null {
  return [...frente, ...reverso][0]?.comunidad ?? null
}

/** The sheet whose front depends on the district. */
export function hojaPorDistrito(hojas: readonly Hoja[]): Hoja | undefined {
  return hojas.find(({ frente }) => frente.length === 0 || frente.some(({ distrito }) => distrito !== null))
}

/** None of a sheet on which nothing is elected here. */
function byComunidad(hoja: Hoja): Hoja[] {
  const lugares = new Map([...hoja.frente, ...hoja.reverso].map(({ comunidad, lugar }) => [comunidad, lugar]))
  return [...lugares].map(([comunidad, lugar]) => ({
    ...hoja,
    ...(comunidad !== null && { clave: `${hoja.clave}-${comunidad}`, nombre: `${hoja.nombre}, ${lugar}` }),
    frente: hoja.frente.filter((each) => each.comunidad === comunidad),
    reverso: hoja.reverso.filter((each) => each.comunidad === comunidad),
  }))
}

/** Emblems in the order of the first list. `listas`: who competes in each contienda of the front, in the order of the day. */
export function emblemasOf(listas: readonly (readonly Fila[])[]): Emblema[] {
  const filas = listas.flat()
  const actores = new Map(
    filas.filter(({ estatus }) => estatus !== 'sustituida').map(({ actorPolitico }) => [actorPolitico.clave, actorPolitico]),
  )
  return [...actores.values()].flatMap((actor) => {
    const own = filas.filter(({ actorPolitico }) => actorPolitico.clave === actor.clave)
    const competing = own.filter(({ estatus }) => estatus === 'aprobada')
    const encabeza = competing.find(({ calidad }) => calidad === 'propietaria') ?? competing[0] ?? null
    const canceladas = own.filter((fila) => fila.estatus === 'cancelada' && fila.calidad === 'propietaria' && !hasFormula(competing, fila))
    const sustituidas = own.filter(({ estatus }) => estatus === 'sustituida')
    return [{ actor, encabeza, acompanan: competing.filter((fila) => fila !== encabeza), canceladas, sustituidas }]
  })
}

/** Lists that the emblem has on the back: its own, or those of the parties of its alliance. */
export function listasOf({ actor }: Pick<Emblema, 'actor'>, filas: readonly Fila[]): ListaReverso[] {
  const claves = [actor.clave, ...actor.integrantes]
  return claves.flatMap((clave) => {
    const own = filas.filter((fila) => fila.actorPolitico.clave === clave && fila.estatus === 'aprobada')
    return own[0] ? [{ actor: own[0].actorPolitico, formulas: formulasOf(own) }] : []
  })
}

/** Actors with a list on the back and nobody on the front, neither alone nor in an alliance. */
export function soloReverso(emblemas: readonly Emblema[], filas: readonly Fila[]): Emblema[] {
  const known = new Set(emblemas.flatMap(({ actor }) => [actor.clave, ...actor.integrantes]))
  const others = new Map(
    filas
      .filter(({ actorPolitico, estatus }) => estatus === 'aprobada' && !known.has(actorPolitico.clave))
      .map((fila) => [fila.actorPolitico.clave, fila]),
  )
  return [...others.values()].map(({ actorPolitico }) => ({
    actor: actorPolitico,
    encabeza: null,
    acompanan: [],
    canceladas: [],
    sustituidas: [],
  }))
}

/** Whether the printed sheet names somebody who left her place. */
export function isPrinted({ salida }: Fila, impresa: string | null): 'yes' | 'no' | 'maybe' {
  const desde = salida?.desde ?? null
  if (impresa === null || desde === null || desde === impresa) return 'maybe'
  return desde > impresa ? 'yes' : 'no'
}

function formulasOf(filas: readonly Fila[]): Formula[] {
  const titulares = filas.filter(({ calidad }) => calidad === 'propietaria')
  const alone = filas.filter((fila) => fila.calidad === 'suplente' && !titulares.some((titular) => titular.numero === fila.numero))
  const suplenteOf = ({ numero }: Fila) => filas.find((fila) => fila.calidad === 'suplente' && fila.numero === numero) ?? null
  return [
    ...titulares.map((titular) => ({ titular, suplente: suplenteOf(titular) })),
    ...alone.map((titular) => ({ titular, suplente: null })),
  ].sort((one, other) => one.titular.numero - other.titular.numero)
}

function hasFormula(filas: readonly Fila[], { cargo, numero }: Fila): boolean {
  return filas.some((fila) => fila.cargo === cargo && fila.numero === numero)
}
