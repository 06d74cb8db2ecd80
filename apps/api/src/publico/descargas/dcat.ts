import { archivoDe, rutaDescarga } from './archivos.ts'
import { descripcionDe, type Descrito } from './datapackage.ts'

/** The prefixes stand in the document itself: nothing has to be fetched to read it. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const AUTHORITY = 'http://publications.europa.eu/resource/authority'
const SPANISH = { '@id': `${AUTHORITY}/language/SPA` }
/** A corte is made when something changed, and not by the calendar. */
const IRREGULAR = { '@id': `${AUTHORITY}/frequency/IRREG` }
const API = '/api/v1/publico'

/** The downloads for catalogues of open data: one catalogue, one dataset, one distribution for each file and the service (DCAT-AP 3). */
export function toDcat({ sitio, descargas }: Descrito): object {
  const { proceso, corte, origen } = sitio
  const publisher = { '@id': `${origen}/datos#instituto`, '@type': 'foaf:Agent', 'foaf:name': proceso.instituto.nombre }
  const dataset = `${origen}/datos#candidaturas`
  const modified = { '@type': 'xsd:dateTime', '@value': corte.en }
  return {
    '@context': CONTEXT,
    '@id': `${origen}/datos`,
    '@type': 'dcat:Catalog',
    'dct:title': es('Datos abiertos de Candidatas y Candidatos, Conóceles'),
    'dct:description': es('Lo que se publica de cada candidatura, en formatos para reutilizarse.'),
    'dct:publisher': publisher,
    'dct:language': SPANISH,
    'dct:modified': modified,
    'foaf:homepage': { '@id': `${origen}/datos` },
    'dcat:dataset': [
      {
        '@id': dataset,
        '@type': 'dcat:Dataset',
        'dct:identifier': `conoceles-${proceso.clave}`,
        'dct:title': es(`Candidaturas: ${proceso.nombre}`),
        'dct:description': es(descripcionDe(sitio)),
        'dct:publisher': { '@id': publisher['@id'] },
        'dct:language': SPANISH,
        'dct:modified': modified,
        'dct:accrualPeriodicity': IRREGULAR,
        'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:endDate': { '@type': 'xsd:date', '@value': proceso.jornada } },
        'dcat:contactPoint': {
          '@type': 'vcard:Organization',
          'vcard:fn': proceso.instituto.nombre,
          'vcard:hasURL': { '@id': proceso.instituto.sitio ?? origen },
        },
        'dct:spatial': { '@type': 'dct:Location', 'dct:title': es(proceso.entidad) },
        'dcat:version': String(corte.numero),
        'dcat:keyword': ['candidaturas', 'elecciones'].map(es),
        'dcat:landingPage': { '@id': `${origen}/datos` },
        'dcat:distribution': descargas.map((descarga) => toDistribution(descarga, sitio)),
      },
    ],
    'dcat:service': [{ ...serviceOf(origen), 'dct:publisher': { '@id': publisher['@id'] }, 'dcat:servesDataset': { '@id': dataset } }],
  }
}

function serviceOf(origen: string): object {
  return {
    '@id': `${origen}${API}`,
    '@type': 'dcat:DataService',
    'dct:title': es('API pública de Candidatas y Candidatos, Conóceles'),
    'dcat:endpointURL': { '@id': `${origen}${API}` },
    'dcat:endpointDescription': { '@id': `${origen}${API}/openapi.json` },
  }
}

function toDistribution({ archivo, bytes, sha256 }: Descrito['descargas'][number], sitio: Descrito['sitio']): object {
  const { titulo, descripcion, medio } = archivoDe(archivo)
  const url = `${sitio.origen}${rutaDescarga(archivo)}`
  return {
    '@id': url,
    '@type': 'dcat:Distribution',
    'dct:title': es(titulo),
    'dct:description': es(descripcion),
    'dcat:accessURL': { '@id': url },
    'dcat:downloadURL': { '@id': url },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${medio.split(';')[0]}` },
    'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes) },
    'dct:modified': { '@type': 'xsd:dateTime', '@value': sitio.corte.en },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
    },
    ...licenceOf(sitio),
  }
}

/** A licence without an address is told in words. */
function licenceOf({ diccionario }: Descrito['sitio']): object {
  const registro = diccionario.licencias.find(({ grupo }) => grupo === 'registro')
  if (!registro) return {}
  if (registro.url) return { 'dct:license': { '@id': registro.url } }
  return { 'dct:rights': { '@type': 'dct:RightsStatement', 'dct:description': es(registro.licencia) } }
}

function es(text: string): object {
  return { '@language': 'es', '@value': text }
}
