import type { EntityManager } from 'typeorm'
import type { TablaInforme } from '@conoceles/domain'
import { preguntasEnLibro, type Vigente } from '../../captura/index.ts'
import { listPoliticas, politicaVigente } from '../../publicacion/index.ts'
import { esPublicoEn } from '@conoceles/domain'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import { diaEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { CongelarParts } from '../datos/congelar-parts.ts'
import { diagramaBase, tablaBase } from './formato-base.ts'
import { tablaPreguntas, type CatalogosFormato } from './formato-preguntas.ts'
import { tablaCatalogos, tablaFicha, tablaHojaIne } from './formato-tablas.ts'
import type { Congelado, Momento } from '../momento.ts'

/** The format of the database: every field in force of register and cuestionarios, its catalogues, the INE's columns, and the tables. */
export async function congelarFormato(tx: EntityManager, { hoy }: Momento, { vigentes }: CongelarParts): Promise<Congelado> {
  const enVigor = await vigentes.list(tx)
  const politica = politicaVigente(await listPoliticas(tx), hoy)
  const campos = politica?.campos ?? []
  const publicos = new Set(campos.filter((each) => esPublicoEn(each, hoy)).map(({ campo }) => campo))
  const permite = (campo: string) => publicos.has(campo)
  const catalogos: CatalogosFormato = new Map()
  const preguntas = enVigor.map(({ row, compiled }): TablaInforme => tablaPreguntas({ tipo: row.tipo, compiled, permite }, catalogos))
  const enLibro = preguntasEnLibro(enVigor)
  return {
    tablas: [
      tablaFicha(campos, permite),
      ...preguntas,
      tablaCatalogos(catalogos),
      tablaHojaIne('curricular', enLibro),
      tablaHojaIne('identidad', enLibro),
      tablaBase(tx),
    ],
    metodo: METODO,
    diagrama: diagramaBase(tx),
    sellos: enVigor.map(selloDe),
    portada: [
      ...enVigor.map(hechoDe),
      {
        label: 'Política de publicación',
        text: politica
          ? `versión ${politica.version}, vigente desde el ${diaEnPalabras(politica.vigenteDesde)}`
          : 'todavía no rige ninguna: nada es público',
      },
    ],
  }
}

const METODO = [
  'Los campos, sus tipos, longitudes, catálogos y condiciones se leen de las versiones de los cuestionarios que rigen en el momento del corte; con esas mismas reglas el sistema acepta o rechaza lo que se captura.',
  'Un campo es público si así lo dice la política de publicación que rige ese día. Ninguna respuesta del cuestionario de identidad se publica: de algunas sigue un distintivo, si la persona lo autoriza.',
  'Las columnas del INE son las de su base «baseDatosCandidatos» de las elecciones locales de 2022.',
  'Las tablas y columnas son las que el programa declara a su base de datos; el diagrama se dibuja de ellas.',
]

function selloDe({ row: { titulo, version, schema, uischema } }: Vigente): { label: string; text: string } {
  return { label: `${titulo}, versión ${version} (SHA-256)`, text: sha256(canonical({ schema, uischema })) }
}

function hechoDe({ row }: Vigente): { label: string; text: string } {
  const { titulo, version, vigenteDesde, cargos } = row
  const alcance = cargos === null ? '' : `; para ${cargos.join(', ')}`
  return {
    label: titulo,
    text: `versión ${version}, vigente desde el ${diaEnPalabras(vigenteDesde)}${alcance}`,
  }
}
