/** What the system's dialog shows of the files of a folder. */
export const csvEndings = '.csv,.tsv,.tab,.txt,.gz,text/csv';
