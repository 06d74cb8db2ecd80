import {
  CAMPOS_FICHA,
  columnasDeRespuestas,
  CONVENCIONES_INE,
  COLUMNAS_CANDIDATOS,
  COLUMNAS_IDENTIDAD,
  headingKey,
  HOJAS_INE,
  type CampoPoliticaPack,
  type PreguntaIne,
  type TablaInforme,
} from '@conoceles/domain'
import { letraDe, texto } from './formato-celdas.ts'
import type { CatalogosFormato } from './formato-preguntas.ts'

/** Data of the register about a candidatura, besides its answers, and the ground on which each is public. */
export function tablaFicha(campos: readonly CampoPoliticaPack[], permite: (campo: string) => boolean): TablaInforme {
  const rows = new Map(campos.map((each) => [each.campo, each]))
  return {
    clave: 'campos-ficha',
    titulo: 'Datos del registro',
    rotulo: 'Dato',
    denominador: `${CAMPOS_FICHA.length} datos que se cargan de las listas aprobadas o siguen de los actos; no los captura nadie en un cuestionario.`,
    columnas: [texto('campo', 'Campo'), texto('publico', 'Público'), texto('fundamento', 'Fundamento')],
    filas: CAMPOS_FICHA.map(({ campo, titulo }) => {
      const row = rows.get(campo)
      return { clave: campo, nombre: titulo, celdas: [campo, permite(campo) ? 'Sí' : 'No', row?.base || '—'] }
    }),
    total: null,
    notas: ['Lo que la política de publicación no nombra es privado.'],
    grafica: null,
  }
}

/** Every option of every closed list, in its order. */
export function tablaCatalogos(catalogos: CatalogosFormato): TablaInforme {
  const all = [...catalogos.values()]
  return {
    clave: 'catalogos',
    titulo: 'Catálogos',
    rotulo: 'Opción',
    denominador: `${all.length} catálogos. Se guarda la opción como está escrita.`,
    columnas: [texto('catalogo', 'Catálogo'), texto('orden', 'Orden'), texto('campos', 'Campos que lo usan')],
    filas: all.flatMap(({ clave, opciones, preguntas }) =>
      opciones.map((opcion, at) => ({
        clave: `${clave}.${at + 1}`,
        nombre: opcion,
        celdas: [clave, String(at + 1), at === 0 ? preguntas.join(', ') : '—'],
      })),
    ),
    total: null,
    notas: ['Los campos que usan un catálogo se dicen en su primera opción.'],
    grafica: null,
  }
}

/** A sheet of the INE's workbook, column by column, and the fields that fill it. */
export function tablaHojaIne(cuestionario: PreguntaIne['cuestionario'], preguntas: readonly PreguntaIne[]): TablaInforme {
  const [hoja, columnas] =
    cuestionario === 'curricular' ? [HOJAS_INE.candidatos, COLUMNAS_CANDIDATOS] : [HOJAS_INE.identidad, COLUMNAS_IDENTIDAD]
  const respuestas = new Map(
    columnasDeRespuestas(preguntas)
      .filter((each) => each.cuestionario === cuestionario)
      .map((each) => [headingKey(each.encabezado), each.preguntas.map(({ clave }) => clave)]),
  )
  return {
    clave: `ine-${cuestionario}`,
    titulo: `Libro del INE: hoja ${hoja}`,
    rotulo: 'Encabezado',
    denominador: `${columnas.length} columnas, en el orden de la base «baseDatosCandidatos» de las elecciones locales de 2022.`,
    columnas: [texto('columna', 'Columna'), texto('de', 'De dónde sale'), texto('campos', 'Campos')],
    filas: columnas.map((encabezado, at) => {
      const campos = respuestas.get(headingKey(encabezado))
      const de = campos === undefined ? 'Registro' : campos.length === 0 ? 'No se pregunta en las versiones vigentes' : 'Cuestionario'
      return { clave: letraDe(at), nombre: encabezado.trim(), celdas: [letraDe(at), de, campos?.join(', ') || '—'] }
    }),
    total: null,
    notas: [
      `Sin dato publicado se escribe «${CONVENCIONES_INE.sinDato}»; sin cursos, «${CONVENCIONES_INE.sinCursos}»; en el lugar que no corresponde, «${CONVENCIONES_INE.noAplica}».`,
    ],
    grafica: null,
  }
}
