export { default as AcuerdoCompletarPage } from './AcuerdoCompletarPage.vue'
export { default as AcuerdoNuevoPage } from './AcuerdoNuevoPage.vue'
export { default as AcuerdoPage } from './AcuerdoPage.vue'
export { default as AcuerdosPage } from './AcuerdosPage.vue'
