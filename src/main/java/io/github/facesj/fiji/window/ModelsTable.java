package io.github.facesj.fiji.window;

import io.github.facesj.fiji.ModelWords;
import io.github.facesj.model.ModelState;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The models as rows: what each is for, its terms, size, accuracy and state. */
final class ModelsTable extends AbstractTableModel {

  private static final long serialVersionUID = 1L;

  private final transient List<ModelState> models;

  ModelsTable(List<ModelState> models) {
    this.models = List.copyOf(models);
  }

  ModelState model(int row) {
    return models.get(row);
  }

  @Override
  public int getRowCount() {
    return models.size();
  }

  @Override
  public int getColumnCount() {
    return ModelWords.SCHEMA.columns().size();
  }

  @Override
  public String getColumnName(int column) {
    return ModelWords.SCHEMA.headings().get(column);
  }

  @Override
  public Object getValueAt(int row, int column) {
    return ModelWords.SCHEMA.cell(models.get(row), column).orElseThrow();
  }
}
