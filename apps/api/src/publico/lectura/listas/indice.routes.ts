import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { route } from '../../../shared/http/contract.ts'
import { ConsultaPublicaDto, IndicePublicoDto, ListaDelDiaDto, ListMosaicosDto } from './indice.dto.ts'
import { IdiomaDto, IdiomaParamsDto, LecturaFacilDto } from '../lectura-facil.dto.ts'
import { CandidaturaParamsDto, ContiendaParamsDto, EmblemaParamsDto, SenasParamsDto } from '../publico.dto.ts'
import { ListErroresContestadosDto } from '../reportes/reportes.dto.ts'
import type { Answerer } from '../../engine/answers.ts'
import type { PublicoService } from '../publico.service.ts'

const bytes = { etiqueta: 'Público', permiso: 'publico', respuesta: 'bytes' } as const

/** Routes of the index for searches on the device, of the contiendas, and of the pack's explanations. */
export function indiceRoutes(app: FastifyInstance, publico: PublicoService, answer: Answerer): void {
  route(
    app,
    ['GET', '/publico/indice'],
    {
      ...bytes,
      id: 'getIndice',
      rechaza: ['ruta.no_existe'],
      resumen: 'Índice de todas las candidaturas, para buscar sin preguntar al servidor',
      descripcion:
        'Por columnas. Una columna de números es un texto en base 64 (A–Z, a–z, 0–9, -, _; A vale 0): su primer carácter dice cuántos dígitos ocupa cada número; sigue el dígito más alto de todos, luego el siguiente de todos. En `codigos`, 0 es «sin dato» y n es el enésimo de `valores`; en lo demás se cuenta desde 0. Los grupos por los que alguien autorizó un distintivo no están: sólo en su página.',
      forma: IndicePublicoDto,
    },
    (incoming) => answer(incoming, publico.recurso('indice')),
  )
  route(
    app,
    ['GET', '/publico/contiendas/:clave'],
    {
      ...bytes,
      id: 'getContienda',
      resumen: 'Quiénes compiten en una contienda, en el orden del día',
      params: ContiendaParamsDto,
      forma: ListaDelDiaDto,
    },
    (incoming) => answer(incoming, publico.contienda(incoming.params.clave)),
  )
  explicacionRoutes(app, publico, answer)
  imagenRoutes(app, publico, answer)
}

/** Routes of the pack's explanations and drawings. */
function explicacionRoutes(app: FastifyInstance, publico: PublicoService, answer: Answerer): void {
  route(
    app,
    ['GET', '/publico/consulta'],
    {
      ...bytes,
      id: 'getConsulta',
      rechaza: ['ruta.no_existe'],
      resumen: 'Qué hace cada cargo, preguntas y respuestas, y cómo se ordena',
      forma: ConsultaPublicaDto,
    },
    (incoming) => answer(incoming, publico.recurso('consulta')),
  )
  route(
    app,
    ['GET', '/publico/lectura-facil'],
    {
      ...bytes,
      id: 'getLecturaFacil',
      rechaza: ['ruta.no_existe'],
      resumen: 'Qué es el sitio, cómo se vota y qué hace cada cargo, en lectura fácil',
      forma: LecturaFacilDto,
    },
    (incoming) => answer(incoming, publico.recurso('lectura-facil')),
  )
  route(
    app,
    ['GET', '/publico/idiomas/:codigo'],
    { ...bytes, id: 'getIdioma', resumen: 'Textos de las páginas que explican, en otra lengua', params: IdiomaParamsDto, forma: IdiomaDto },
    (incoming) => answer(incoming, publico.recurso(`idiomas/${incoming.params.codigo}`)),
  )
  route(
    app,
    ['GET', '/publico/mosaicos'],
    {
      ...bytes,
      id: 'listMosaicos',
      rechaza: ['ruta.no_existe'],
      resumen: 'Mapas de cuadros iguales de municipios y distritos',
      forma: ListMosaicosDto,
    },
    (incoming) => answer(incoming, publico.recurso('mosaicos')),
  )
}

/** Pictures that a list shows beside a name. */
function imagenRoutes(app: FastifyInstance, publico: PublicoService, answer: Answerer): void {
  route(
    app,
    ['GET', '/publico/emblemas/:archivo'],
    { ...bytes, id: 'getEmblema', resumen: 'Emblema registrado de quien postula', params: EmblemaParamsDto, medio: 'image/webp' },
    (incoming) => answer(incoming, publico.recurso(`emblemas/${incoming.params.archivo}`)),
  )
  route(
    app,
    ['GET', '/publico/senas/:archivo'],
    {
      ...bytes,
      id: 'getSenas',
      resumen: 'Video de una página en Lengua de Señas Mexicana, su imagen o sus subtítulos',
      descripcion: 'De un video se puede pedir una parte (`Range`): se contesta 206, o 416 si empieza después del final.',
      params: SenasParamsDto,
      medio: '*/*',
      partes: true,
    },
    (incoming) => handSenas(incoming, publico, answer),
  )
  route(
    app,
    ['GET', '/publico/candidaturas/:id/fotografia'],
    { ...bytes, id: 'getFotografiaDeCandidatura', resumen: 'Su fotografía chica', params: CandidaturaParamsDto, medio: 'image/webp' },
    (incoming) => answer(incoming, publico.fotografiaDe(incoming.params.id)),
  )
}

async function handSenas(
  { request, reply, params }: { request: FastifyRequest; reply: FastifyReply; params: SenasParamsDto },
  publico: PublicoService,
  answer: Answerer,
): Promise<void> {
  if (!/\.(mp4|webm)$/.test(params.archivo)) return answer({ request, reply }, publico.recurso(`senas/${params.archivo}`))
  const send = await publico.video(params.archivo)
  reply.hijack()
  await send({ request: request.raw, response: reply.raw }).catch((error: unknown) =>
    request.log.info({ err: error }, 'a video was not read to its end'),
  )
}

/** Reported errors, as the institute answered them. */
export function erroresRoutes(app: FastifyInstance, publico: PublicoService, answer: Answerer): void {
  route(
    app,
    ['GET', '/publico/errores'],
    {
      ...bytes,
      id: 'listErroresContestados',
      rechaza: ['ruta.no_existe'],
      resumen: 'Errores reportados y lo que contestó el Instituto',
      forma: ListErroresContestadosDto,
    },
    (incoming) => answer(incoming, publico.recurso('errores')),
  )
}
