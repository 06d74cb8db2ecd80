import { plainKey } from '../../base/text.ts'

interface ClaveNombre {
  clave: string
  nombre: string
}

/** Catalogues of the proceso as they are now, against which a list is read. */
export interface CatalogoImportacion {
  cargos: ClaveNombre[]
  /** `lugares` null: a list whose length nobody fixed. */
  contiendas: { clave: string; cargo: string; demarcacion: ClaveNombre; lugares: number | null }[]
  actores: (ClaveNombre & { tipo: 'partido' | 'alianza' | 'independiente' })[]
  /** `integrantes` empty: a party alone, or an alianza whose members in that contienda are not known. */
  postulaciones: { contienda: string; actor: string; integrantes: string[] }[]
  grupos: ClaveNombre[]
  acuerdos: { numero: string; fecha: string }[]
  /** ISO 8601 dates. */
  jornada: string
  hoy: string
}

/** The same, ready to be asked by a written word: the clave or the name, without regard to accents or case. */
export interface IndiceImportacion {
  cargo(text: string): ClaveNombre | undefined
  actor(text: string): CatalogoImportacion['actores'][number] | undefined
  grupo(text: string): ClaveNombre | undefined
  contienda(cargo: string, demarcacion: string): CatalogoImportacion['contiendas'][number] | undefined
  byContienda(clave: string): CatalogoImportacion['contiendas'][number] | undefined
  nombreCargo(clave: string): string
  nombreDemarcacion(clave: string): string
  nombreActor(clave: string): string
  /** Member parties of an alianza there; empty when unknown. */
  integrantes(contienda: string, actor: string): string[]
  hasPostulacion(contienda: string, actor: string): boolean
  /** Demarcaciones where the register has a candidatura independiente; of a party or an alianza, none is told. */
  lugaresDeIndependiente(actor: string): ClaveNombre[]
  fechaAcuerdo(numero: string): string | undefined
  jornada: string
  hoy: string
}

export function indexCatalogo(catalogo: CatalogoImportacion): IndiceImportacion {
  const cargos = byText(catalogo.cargos)
  const actores = byText(catalogo.actores)
  const grupos = byText(catalogo.grupos)
  const contiendas = new Map(
    catalogo.contiendas.flatMap((contienda) =>
      [contienda.demarcacion.nombre, contienda.demarcacion.clave].map(
        (text) => [join(contienda.cargo, plainKey(text)), contienda] as const,
      ),
    ),
  )
  const claves = new Map(catalogo.contiendas.map((contienda) => [contienda.clave, contienda]))
  const nombreOf = (items: ClaveNombre[]) => {
    const nombres = new Map(items.map(({ clave, nombre }) => [clave, nombre]))
    return (clave: string) => nombres.get(clave) ?? clave
  }
  const postulaciones = new Map(catalogo.postulaciones.map((row) => [join(row.contienda, row.actor), row]))
  const independientes = lugaresDeIndependientes(catalogo, claves)
  const acuerdos = new Map(catalogo.acuerdos.map(({ numero, fecha }) => [numero, fecha]))
  return {
    cargo: (text) => cargos.get(plainKey(text)),
    actor: (text) => actores.get(plainKey(text)),
    grupo: (text) => grupos.get(plainKey(text)),
    contienda: (cargo, demarcacion) => contiendas.get(join(cargo, plainKey(demarcacion))),
    byContienda: (clave) => claves.get(clave),
    nombreCargo: nombreOf(catalogo.cargos),
    nombreDemarcacion: nombreOf(catalogo.contiendas.map(({ demarcacion }) => demarcacion)),
    nombreActor: nombreOf(catalogo.actores),
    integrantes: (contienda, actor) => postulaciones.get(join(contienda, actor))?.integrantes ?? [],
    hasPostulacion: (contienda, actor) => postulaciones.has(join(contienda, actor)),
    lugaresDeIndependiente: (actor) => independientes.get(actor) ?? [],
    fechaAcuerdo: (numero) => acuerdos.get(numero),
    jornada: catalogo.jornada,
    hoy: catalogo.hoy,
  }
}

function lugaresDeIndependientes(
  { actores, postulaciones }: CatalogoImportacion,
  contiendas: ReadonlyMap<string, CatalogoImportacion['contiendas'][number]>,
): Map<string, ClaveNombre[]> {
  return new Map(
    actores
      .filter(({ tipo }) => tipo === 'independiente')
      .map(({ clave }) => {
        const own = postulaciones.filter(({ actor }) => actor === clave).flatMap(({ contienda }) => contiendas.get(contienda) ?? [])
        return [clave, [...new Map(own.map(({ demarcacion }) => [demarcacion.clave, demarcacion])).values()]] as const
      }),
  )
}

/** A clave wins over another's name. */
function byText<T extends ClaveNombre>(items: T[]): Map<string, T> {
  return new Map([
    ...items.map((item) => [plainKey(item.nombre), item] as const),
    ...items.map((item) => [plainKey(item.clave), item] as const),
  ])
}

function join(...keys: string[]): string {
  return keys.join('|')
}
