import type { ProcesoPack } from '@conoceles/domain'
import acuerdos from '../data/programa/acuerdos.json'
import actores from '../data/actores.json'
import calendario from '../data/programa/calendario.json'
import cargos from '../data/cargos.json'
import causas from '../data/programa/causas.json'
import conclusion from '../data/conclusion.json'
import consulta from '../data/consulta.json'
import lecturaFacil from '../data/lectura-facil.json'
import curricular from '../data/cuestionarios/cuestionario-curricular.json'
import identidad from '../data/cuestionarios/cuestionario-identidad.json'
import demarcaciones from '../data/demarcaciones.json'
import derechos from '../data/derechos.json'
import estadistica from '../data/estadistica.json'
import erratas from '../data/programa/erratas.json'
import feriados from '../data/programa/feriados.json'
import grupos from '../data/grupos.json'
import integraciones from '../data/programa/integraciones.json'
import licencias from '../data/licencias.json'
import listados from '../data/listados.json'
import mosaicos from '../data/mosaicos.json'
import membrete from '../data/programa/membrete.json'
import oficio from '../data/programa/oficio.json'
import plantillas from '../data/programa/plantillas.json'
import organos from '../data/programa/organos.json'
import politicaPublicacion from '../data/politica-publicacion.json'
import proceso from '../data/proceso.json'
import programa from '../data/programa/programa.json'
import recordatorios from '../data/programa/recordatorios.json'
import reglas from '../data/reglas.json'
import revision from '../data/revision.json'
import secciones from '../data/cuestionarios/secciones.json'
import supuestos from '../data/programa/supuestos.json'
import { avisosPrivacidad, reglasAviso } from './avisos-privacidad.ts'
import { contiendas, postulaciones } from './contiendas.ts'

// JSON widens every literal to string; the types are proved by the pack's test.
export const pack = {
  ...proceso,
  cargos,
  demarcaciones,
  secciones,
  actores,
  contiendas,
  postulaciones,
  grupos,
  supuestos,
  revision,
  causas,
  organos,
  integraciones,
  reglas,
  listados,
  programa: { ...programa, recordatorios, erratas },
  oficio,
  plantillas,
  membrete,
  acuerdos,
  estadistica,
  consulta: { ...consulta, lecturaFacil },
  mosaicos,
  derechos,
  conclusion,
  licencias,
  cuestionarios: [curricular, identidad],
  avisosPrivacidad,
  reglasAviso,
  politicaPublicacion,
  calendario,
  feriados,
} as unknown as ProcesoPack
