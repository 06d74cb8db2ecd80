import {
  contarPor,
  rangoDe,
  SEXOS,
  type EstadisticaPack,
  type FilaPublica,
  type GrupoPack,
  type RenglonContado,
  type Sexo,
} from '@conoceles/domain'
import type { Renglones } from './estadisticas.queries.ts'
import { EXPLICACION_PUBLICA, NOMBRES_SEXO, NOTAS_PUBLICAS, SIN_DATO_DE, TITULOS } from './celdas-en-palabras.ts'
import type { Tabla } from './tabla.ts'

interface Asunto {
  clave: string
  titulo: string
  renglones: { clave: string; nombre: string }[]
  de: (fila: FilaPublica) => (string | null | undefined)[]
  sinDato: string | null
  /** Counted apart in each row; none where the rows are the sexes: of the same fact there is one column. */
  sexos: readonly Sexo[]
  fuente: { fuente: string; confianza: string } | null
}

/** The table of those who have a public badge. */
export const TABLA_GRUPOS = 'grupos'

/** Tables of facts that each page tells already. Nothing in them is protected, because everything in them is public. */
export function tablasPublicas(
  filas: readonly FilaPublica[],
  { renglones, estadistica, grupos }: { renglones: Renglones; estadistica: EstadisticaPack; grupos: readonly GrupoPack[] },
): Tabla[] {
  return asuntosOf(renglones, estadistica, grupos).map(({ clave, titulo, fuente, ...asunto }) => {
    const counted = contarPor(filas, asunto)
    return {
      clave,
      titulo,
      tipo: 'publica' as const,
      explicacion: EXPLICACION_PUBLICA,
      contadaEl: null,
      minimo: null,
      columnas: columnasOf(asunto.sexos),
      filas: counted.filas.map(toFila),
      total: toFila(counted.total),
      notas: NOTAS_PUBLICAS[clave] ?? [],
      fuente: fuente?.fuente ?? null,
      confianza: fuente?.confianza ?? null,
    }
  })
}

function asuntosOf({ cargos, actores, municipios, distritos }: Renglones, pack: EstadisticaPack, grupos: readonly GrupoPack[]): Asunto[] {
  const fixed = (clave: keyof typeof TITULOS, rest: Pick<Asunto, 'renglones' | 'de'> & { about?: boolean }): Asunto => ({
    clave,
    titulo: TITULOS[clave],
    renglones: rest.renglones,
    de: rest.de,
    sinDato: rest.about ? null : SIN_DATO_DE,
    sexos: SEXOS,
    fuente: null,
  })
  const { rangos } = pack.edades
  return [
    fixed('cargo', { renglones: cargos, de: ({ cargo }) => [cargo] }),
    {
      ...fixed('sexo', { renglones: SEXOS.map((clave) => ({ clave, nombre: NOMBRES_SEXO[clave] })), de: ({ sexo }) => [sexo] }),
      sexos: [],
    },
    { ...fixed('edad', { renglones: rangos, de: ({ edad }) => [rangoDe(edad, rangos)] }), fuente: pack.edades },
    ...pack.publicas.map((tabla): Asunto => ({
      clave: tabla.clave,
      titulo: tabla.titulo,
      renglones: tabla.valores.map((valor) => ({ clave: valor, nombre: valor })),
      de: ({ respuestas }) => [respuestas[tabla.pregunta]],
      sinDato: SIN_DATO_DE,
      sexos: SEXOS,
      fuente: tabla,
    })),
    fixed('actor', { renglones: actores, de: ({ actor }) => [actor] }),
    fixed('municipio', { renglones: municipios, de: ({ municipio }) => [municipio], about: true }),
    fixed('distrito', { renglones: distritos, de: ({ distrito }) => [distrito], about: true }),
    fixed(TABLA_GRUPOS, { renglones: grupos.map(({ clave, nombre }) => ({ clave, nombre })), de: ({ grupos: own }) => own, about: true }),
  ]
}

function columnasOf(sexos: readonly Sexo[]): Tabla['columnas'] {
  return [
    { clave: 'registradas', nombre: 'Candidaturas', exacta: true },
    { clave: 'conCaptura', nombre: 'Con alguna captura', exacta: true },
    { clave: 'verificadas', nombre: 'Verificadas', exacta: true },
    ...sexos.map((clave) => ({ clave, nombre: NOMBRES_SEXO[clave], exacta: true })),
  ]
}

function toFila({ clave, nombre, registradas, conCaptura, verificadas, porSexo }: RenglonContado): Tabla['total'] {
  return { clave, nombre, celdas: [registradas, conCaptura, verificadas, ...porSexo].map((n) => ({ minimo: n, maximo: n })) }
}
