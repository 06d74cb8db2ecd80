import { Base1700000000192 } from './1700000000192-base.ts'
import { Aperturas1700000000224 } from './1700000000224-aperturas.ts'
import { ArchivosInforme1700000000238 } from './1700000000238-archivos-informe.ts'
import { Asignaciones1700000000228 } from './1700000000228-asignaciones.ts'
import { Lectura1700000000225 } from './1700000000225-lectura.ts'
import { AcuseEmitido1700000000195 } from './1700000000195-acuse-emitido.ts'
import { Entregado1700000000217 } from './1700000000217-entregado.ts'
import { ConfirmacionADos1700000000254 } from './1700000000254-confirmacion-a-dos.ts'
import { ConfirmacionesDelPaquete1700000000255 } from './1700000000255-confirmaciones-del-paquete.ts'
import { Cruces1700000000251 } from './1700000000251-cruces.ts'
import { PaquetePropuesto1700000000258 } from './1700000000258-paquete-propuesto.ts'
import { CambiosDelPaquete1700000000259 } from './1700000000259-cambios-del-paquete.ts'
import { DatosEscritos1700000000250 } from './1700000000250-datos-escritos.ts'
import { Elecciones1700000000204 } from './1700000000204-elecciones.ts'
import { CuentasAuditadas1700000000222 } from './1700000000222-cuentas-auditadas.ts'
import { Invitar1700000000220 } from './1700000000220-invitar.ts'
import { MarcaNovedades1700000000229 } from './1700000000229-marca-novedades.ts'
import { NegativasAuditadas1700000000196 } from './1700000000196-negativas-auditadas.ts'
import { Notificaciones1700000000194 } from './1700000000194-notificaciones.ts'
import { Novedades1700000000207 } from './1700000000207-novedades.ts'
import { Advertencias1700000000236 } from './1700000000236-advertencias.ts'
import { RechazoFundado1700000000233 } from './1700000000233-rechazo-fundado.ts'
import { Iniciales1700000000234 } from './1700000000234-iniciales.ts'
import { RecordatorioCapturistas1700000000232 } from './1700000000232-recordatorio-capturistas.ts'
import { Recuperar1700000000231 } from './1700000000231-recuperar.ts'
import { Presentacion1700000000206 } from './1700000000206-presentacion.ts'
import { Relato1700000000239 } from './1700000000239-relato.ts'
import { Requerimientos1700000000230 } from './1700000000230-requerimientos.ts'
import { Plantillas1700000000243 } from './1700000000243-plantillas.ts'
import { Representaciones1700000000245 } from './1700000000245-representaciones.ts'
import { TextoAprobado1700000000246 } from './1700000000246-texto-aprobado.ts'
import { ClaseDeSesion1700000000247 } from './1700000000247-clase-de-sesion.ts'
import { TextosPedidos1700000000227 } from './1700000000227-textos-pedidos.ts'
import { Terminada1700000000205 } from './1700000000205-terminada.ts'

/** In the order in which they run. */
export const MIGRATIONS = [
  Base1700000000192,
  Notificaciones1700000000194,
  AcuseEmitido1700000000195,
  NegativasAuditadas1700000000196,
  Elecciones1700000000204,
  Terminada1700000000205,
  Presentacion1700000000206,
  Novedades1700000000207,
  Entregado1700000000217,
  Invitar1700000000220,
  CuentasAuditadas1700000000222,
  Aperturas1700000000224,
  Lectura1700000000225,
  TextosPedidos1700000000227,
  Asignaciones1700000000228,
  MarcaNovedades1700000000229,
  Requerimientos1700000000230,
  Recuperar1700000000231,
  RecordatorioCapturistas1700000000232,
  RechazoFundado1700000000233,
  Iniciales1700000000234,
  Advertencias1700000000236,
  ArchivosInforme1700000000238,
  Relato1700000000239,
  Plantillas1700000000243,
  Representaciones1700000000245,
  TextoAprobado1700000000246,
  ClaseDeSesion1700000000247,
  DatosEscritos1700000000250,
  Cruces1700000000251,
  ConfirmacionADos1700000000254,
  ConfirmacionesDelPaquete1700000000255,
  PaquetePropuesto1700000000258,
  CambiosDelPaquete1700000000259,
]
