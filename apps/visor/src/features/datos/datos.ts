import { murmur3 } from '@conoceles/domain/consulta'
import type { Contienda, Licencia, Proceso } from '../../api-types.ts'
import { t } from '../../messages/datos.ts'
import type { PageHead } from '../../shared/pagina/head.ts'
import type { Marco } from '../../shared/useProceso.ts'

const DESCARGAS = '/api/v1/publico/descargas'
/** Downloads of all candidaturas, with their media type. */
const ENTERAS = [
  ['candidaturas.csv', 'text/csv'],
  ['candidaturas.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['candidaturas.jsonl', 'application/jsonl'],
  ['todo.zip', 'application/zip'],
] as const
/** Descriptions of the downloads for programs. */
const DESCRIPCIONES = [
  ['datapackage.json', 'application/json'],
  ['dcat.jsonld', 'application/ld+json'],
] as const

/** Head of the page of the data, with the dataset for catalogues and searches. */
export function headOf(marco: Marco | null, licencias: readonly Licencia[]): PageHead {
  return {
    description: t('datos.lead'),
    alternates: [...ENTERAS, ...DESCRIPCIONES].map(([title, type]) => ({ href: `${DESCARGAS}/${title}`, type, title })),
    schema: marco ? [datasetOf(marco, licencias)] : [],
  }
}

function datasetOf({ entidad, instituto }: Marco, licencias: readonly Licencia[]): object {
  const licencia = licencias.find(({ grupo }) => grupo === 'registro')?.url
  return {
    '@type': 'Dataset',
    name: `${t('datos.title')}: ${t('site.longName')}`,
    description: t('datos.lead'),
    url: '/datos',
    inLanguage: 'es-MX',
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: instituto.nombre, ...(instituto.sitio ? { url: instituto.sitio } : {}) },
    spatialCoverage: { '@type': 'AdministrativeArea', name: entidad },
    ...(licencia ? { license: licencia } : {}),
    distribution: ENTERAS.map(([name, encodingFormat]) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat,
      contentUrl: `${DESCARGAS}/${name}`,
    })),
  }
}

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const

/** "1.2 MB": size in the units of a file manager. */
export function sizeText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const amount = bytes / 1000 ** power
  const digits = power === 0 || amount >= 100 ? 0 : 1
  return `${new Intl.NumberFormat('es-MX', { maximumFractionDigits: digits }).format(amount)} ${UNITS[power]}`
}

/** Text that is drawn on the election day, and its number, for the first contienda and the first who may postulate in it. */
export function ejemploSorteo(
  { clave, jornada, actoresPoliticos }: Proceso,
  [contienda]: readonly Contienda[],
): { texto: string; numero: string } | null {
  const [actor] = actoresPoliticos
  if (!contienda || !actor) return null
  const texto = [jornada, clave, contienda.clave, actor.clave].join('|')
  return { texto, numero: String(murmur3(texto)) }
}
