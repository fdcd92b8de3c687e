package rollcall.program;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface ProgramRepository extends Repository<Program, Long> {

    Program save(Program program);

    /** What a search looks in; it follows from the name and is no part of a program. */
    @Modifying
    @Query("update program set name_key = :key where id = :id")
    void searchKey(long id, String key);

    Optional<Program> findById(long id);

    List<Program> findAllById(Iterable<Long> ids);

    Optional<Program> findFirstBySampleTrue();

    void deleteById(long id);
}
