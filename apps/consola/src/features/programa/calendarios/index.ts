export { default as CalendariosPage } from './CalendariosPage.vue'
