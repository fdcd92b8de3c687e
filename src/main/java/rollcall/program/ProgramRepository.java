package rollcall.program;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ProgramRepository extends Repository<Program, Long> {

    Program save(Program program);

    Optional<Program> findById(long id);

    Optional<Program> findFirstBySampleTrue();

    void deleteById(long id);
}
